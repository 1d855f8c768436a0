namespace Instructure.GradeEvents.Tool.Output;

/// <summary>Keeps what can only be written when all is known: in memory, and in a temporary file when it is much.</summary>
internal sealed class Spool : IDisposable
{
    private const int MostInMemory = 4 * 1024 * 1024;

    private Stream _stream = new MemoryStream();

    /// <exception cref="OutputException">The temporary file can't be written.</exception>
    internal void Write(ReadOnlySpan<byte> bytes)
    {
        try
        {
            if (_stream is MemoryStream memory && memory.Length + bytes.Length > MostInMemory)
            {
                _stream = new FileStream(
                    Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()),
                    new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.ReadWrite, Options = FileOptions.DeleteOnClose, BufferSize = 0 });
                memory.WriteTo(_stream);
            }

            _stream.Write(bytes);
        }
        catch (Exception error) when (OutputException.Is(error))
        {
            throw OutputException.OfTemporaryFile(Path.GetTempPath(), error);
        }
    }

    internal void CopyTo(Stream destination)
    {
        _stream.Position = 0;
        _stream.CopyTo(destination);
    }

    public void Dispose() => _stream.Dispose();
}
