#if NET
using System.Security.Cryptography;
#endif
using System.Text.Json;
using Instructure.GradeEvents.Caliper;
using Instructure.GradeEvents.Canvas;
using Instructure.GradeEvents.Serialization;

namespace Instructure.GradeEvents.Deduplication;

/// <summary>The key of an event, in the documented form that programs in other languages can compute too.</summary>
internal static class EventKey
{
    private const string CanvasPrefix = "canvas-1:";
    private const string CaliperPrefix = "caliper-1:";
    private const int HashSize = 32;

    internal static string Of(LiveEvent liveEvent) => liveEvent switch
    {
        CanvasEvent canvas => EventWriter.Write(canvas, Write, static utf8Json => Hash(CanvasPrefix, utf8Json.AsSpan())),
        CaliperEvent bare => IdOf(bare) ?? HashOf([bare]),
        CaliperEnvelope { Data: { Count: 1 } data } when data[0] is CaliperEvent only => Of(only),
        _ => HashOf(((CaliperEnvelope)liveEvent).Data),
    };

    /// <summary>The parts of an event by which it is told from others. The rest of the metadata differs between the deliveries of a request.</summary>
    private static void Write(CanvasEvent canvas, Utf8JsonWriter writer)
    {
        var metadata = canvas.Metadata;
        writer.WriteStartArray();
        Codecs.Text.Write(writer, metadata.EventName);
        metadata.WriteEventTime(writer);
        if (metadata.RootAccountId is { } account)
        {
            Codecs.Id.Write(writer, account);
        }
        else
        {
            writer.WriteNullValue();
        }

        canvas.WriteBody(writer);
        writer.WriteEndArray();
    }

    private static string HashOf(IReadOnlyList<ICaliperItem> items) => EventWriter.WriteAround(items, Write, static utf8Json => Hash(CaliperPrefix, utf8Json.AsSpan()));

    private static void Write(IReadOnlyList<ICaliperItem> items, Utf8JsonWriter writer)
    {
        writer.WriteStartArray();
        foreach (var item in items)
        {
            if (IdOf(item) is { } id)
            {
                Codecs.Text.Write(writer, id);
            }
            else
            {
                Codecs.Item.Write(writer, item);
            }
        }

        writer.WriteEndArray();
    }

    /// <summary>The id of an event. That of an entity is the same whatever is said of it.</summary>
    private static string? IdOf(ICaliperItem item) => item switch
    {
        GradeEvent graded => graded.Id.Text,
        UnknownCaliperEvent unknown => unknown.Id?.Text,
        _ => null,
    };

    private static string Hash(string prefix, ReadOnlySpan<byte> utf8Json)
    {
#if NET
        Span<byte> hash = stackalloc byte[HashSize];
        SHA256.HashData(CanonicalJson.Of(utf8Json), hash);
        Span<char> text = stackalloc char[CaliperPrefix.Length + (2 * HashSize)];
        prefix.CopyTo(text);
        text = text[..(prefix.Length + (2 * HashSize))];
        for (var i = 0; i < HashSize; i++)
        {
            text[prefix.Length + (2 * i)] = Digit(hash[i] >> 4);
            text[prefix.Length + (2 * i) + 1] = Digit(hash[i] & 0xF);
        }

        return text.ToString();

        static char Digit(int value) => (char)(value < 10 ? '0' + value : 'a' + value - 10);
#else
        using var sha256 = System.Security.Cryptography.SHA256.Create();
        return prefix + string.Concat(sha256.ComputeHash(CanonicalJson.Of(utf8Json).ToArray()).Select(static b => b.ToString("x2", System.Globalization.CultureInfo.InvariantCulture)));
#endif
    }
}
