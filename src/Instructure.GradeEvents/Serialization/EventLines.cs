using System.Buffers;
using System.IO.Pipelines;
using System.Runtime.CompilerServices;

namespace Instructure.GradeEvents.Serialization;

/// <summary>Reads JSON Lines.</summary>
internal static class EventLines
{
    /// <summary>Most events fit into it, and one that lies in one piece of memory reads faster.</summary>
    internal const int BufferSize = 16 * 1024;

    internal static async IAsyncEnumerable<LiveEvent> ReadAsync(Stream stream, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var reader = PipeReader.Create(stream, new(bufferSize: BufferSize, leaveOpen: true));
        try
        {
            var line = 0L;
            var searched = 0L;
            while (true)
            {
                var result = await reader.ReadAsync(cancellationToken).ConfigureAwait(false);
                var buffer = result.Buffer;
                while (buffer.Slice(searched).PositionOf((byte)'\n') is { } end)
                {
                    if (!IsBlank(buffer.Slice(0, end)))
                    {
                        yield return GradeEventSerializer.Deserialize(buffer.Slice(0, end), line);
                        cancellationToken.ThrowIfCancellationRequested();
                    }

                    buffer = buffer.Slice(buffer.GetPosition(1, end));
                    searched = 0;
                    line++;
                }

                if (result.IsCompleted)
                {
                    if (!IsBlank(buffer))
                    {
                        yield return GradeEventSerializer.Deserialize(buffer, line);
                    }

                    yield break;
                }

                searched = buffer.Length;
                reader.AdvanceTo(buffer.Start, buffer.End);
            }
        }
        finally
        {
            reader.Complete();
        }
    }

    private static bool IsBlank(ReadOnlySequence<byte> line)
    {
        foreach (var part in GradeEventSerializer.WithoutByteOrderMark(line))
        {
            foreach (var c in part.Span)
            {
                if (c is not ((byte)' ' or (byte)'\t' or (byte)'\r'))
                {
                    return false;
                }
            }
        }

        return true;
    }
}
