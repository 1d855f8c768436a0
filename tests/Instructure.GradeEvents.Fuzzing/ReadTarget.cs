using System.Buffers;
using System.Text;
using System.Text.Json;
using Instructure.GradeEvents.Tests.Support;
using static Instructure.GradeEvents.Fuzzing.Promises;

namespace Instructure.GradeEvents.Fuzzing;

/// <summary>Reads a document in each way, writes it, and reads that.</summary>
internal sealed class ReadTarget : ITarget
{
    private static readonly UTF8Encoding s_strictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public string Name => "read";

    public void Run(byte[] input, Random random)
    {
        var isRead = GradeEventSerializer.TryDeserialize(input, out var liveEvent, out var error);
        Keep(isRead == liveEvent is not null && isRead == error is null, "TryDeserialize gives either an event or an error");
        KeepSame(() => GradeEventSerializer.Deserialize(input), liveEvent, error, "Deserialize of a span");
        KeepSame(() => GradeEventSerializer.Deserialize(Cut(input, random)), liveEvent, error, "Deserialize of a sequence");
        if (TextOf(input) is { } text)
        {
            var isTextRead = GradeEventSerializer.TryDeserialize(text, out var ofText, out var errorOfText);
            Keep(isTextRead == isRead && Equals(ofText, liveEvent) && errorOfText?.Message == error?.Message, "TryDeserialize of a text gives what that of its bytes does", $"{errorOfText?.Message}\n{error?.Message}");
        }

        if (error is not null)
        {
            KeepError(error, input);
        }
        else if (liveEvent is not null)
        {
            KeepWritten(liveEvent);
        }
    }

    private static void KeepSame(Func<LiveEvent> read, LiveEvent? liveEvent, JsonException? error, string what)
    {
        try
        {
            Keep(read().Equals(liveEvent), what + " gives the event of TryDeserialize");
        }
        catch (JsonException thrown)
        {
            Keep((thrown.Message, thrown.Path, thrown.LineNumber, thrown.BytePositionInLine) == (error?.Message, error?.Path, error?.LineNumber, error?.BytePositionInLine),
                what + " throws the error of TryDeserialize", $"{thrown.Message}\n{error?.Message}");
        }
    }

    private static void KeepWritten(LiveEvent liveEvent)
    {
        var written = GradeEventSerializer.SerializeToUtf8Bytes(liveEvent);
        if (!GradeEventSerializer.TryDeserialize(written, out var again, out var error))
        {
            throw new FindingException("what is written reads", $"{error.Message}\n{Encoding.UTF8.GetString(written)}");
        }

        Keep(again.Equals(liveEvent) && liveEvent.Equals(again), "what is written reads back equal", Encoding.UTF8.GetString(written));
        Keep(again.GetHashCode() == liveEvent.GetHashCode(), "what is read back has the same hash code", Encoding.UTF8.GetString(written));
        Keep(again.DeduplicationKey == liveEvent.DeduplicationKey, "what is read back has the same deduplication key", Encoding.UTF8.GetString(written));
        Keep(GradeEventSerializer.SerializeToUtf8Bytes(again).AsSpan().SequenceEqual(written), "what is read back is written the same", Encoding.UTF8.GetString(written));
        Keep(SubmissionGraded.From(again).SequenceEqual(SubmissionGraded.From(liveEvent)), "what is read back is the same gradings", Encoding.UTF8.GetString(written));
        Keep(again.ToString() == liveEvent.ToString(), "what is read back has the same line", liveEvent);
        KeepPrintable(liveEvent.ToString(), "the line of an event");
    }

    private static string? TextOf(byte[] utf8)
    {
        try
        {
            return s_strictUtf8.GetString(utf8);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    private static ReadOnlySequence<byte> Cut(byte[] bytes, Random random)
    {
        var pieces = new List<ReadOnlyMemory<byte>>();
        var most = random.Next(3) switch { 0 => 2, 1 => 50, _ => 5000 };
        for (var at = 0; at < bytes.Length;)
        {
            var length = Math.Min(random.Next(most), bytes.Length - at); // pieces may be empty
            pieces.Add(bytes.AsMemory(at, length));
            at += length;
        }

        return PiecedText.Join(pieces);
    }
}
