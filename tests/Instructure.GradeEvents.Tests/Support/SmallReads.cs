namespace Instructure.GradeEvents.Tests.Support;

/// <summary>A stream that gives no more than so many bytes at a time, as a network does.</summary>
internal sealed class SmallReads(byte[] bytes, Func<int> size) : MemoryStream(bytes)
{
    public SmallReads(byte[] bytes, int size)
        : this(bytes, () => size)
    {
    }

    public bool IsDisposed { get; private set; }

    public override int Read(byte[] buffer, int offset, int count) => base.Read(buffer, offset, Math.Min(count, size()));

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
        => base.ReadAsync(buffer, offset, Math.Min(count, size()), cancellationToken);

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        => base.ReadAsync(buffer[..Math.Min(buffer.Length, size())], cancellationToken);

    protected override void Dispose(bool disposing)
    {
        IsDisposed = true;
        base.Dispose(disposing);
    }
}
