using System.Runtime.CompilerServices;

namespace Instructure.GradeEvents.Serialization;

/// <summary>Reads JSON Lines.</summary>
internal static class EventLines
{
    internal static async IAsyncEnumerable<LiveEvent> ReadAsync(Stream stream, int bufferSize, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var reader = new BlockReader(stream, bufferSize);
        var line = 0L;
        var searched = 0;
        var isEnd = false;
        while (!isEnd)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var unread = reader.Unread;
            var length = unread.Span.Slice(searched).IndexOf((byte)'\n');
            if (length >= 0)
            {
                length += searched;
                reader.Advance(length + 1);
            }
            else if (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
            {
                searched = unread.Length;
                continue;
            }
            else
            {
                isEnd = true;
                unread = reader.Unread;
                length = unread.Length;
            }

            searched = 0;
            if (!IsBlank(GradeEventSerializer.WithoutByteOrderMark(unread.Span.Slice(0, length))))
            {
                yield return GradeEventSerializer.Deserialize(unread.Span.Slice(0, length), line);
            }

            line++;
        }
    }

    private static bool IsBlank(ReadOnlySpan<byte> line)
    {
        foreach (var c in line)
        {
            if (c is not ((byte)' ' or (byte)'\t' or (byte)'\r'))
            {
                return false;
            }
        }

        return true;
    }
}
