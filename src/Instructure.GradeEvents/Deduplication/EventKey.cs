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
    private const string Digits = "0123456789abcdef";
    private const int HashSize = 32;

#if NET
    /// <summary>One for each thread, since making one takes longer than hashing an event.</summary>
    [ThreadStatic]
    private static IncrementalHash? s_sha256;
#endif

    internal static string Of(LiveEvent liveEvent) => liveEvent switch
    {
        CanvasEvent canvas => BodyOf(canvas) is { } body && TryAppend(canvas.Metadata, body, out var writer)
            ? Hash(CanvasPrefix, writer.Written)
            : EventWriter.Write(canvas, Write, static utf8Json => HashJson(CanvasPrefix, utf8Json)),
        CaliperEvent bare => IdOf(bare) ?? HashOf([bare]),
        CaliperEnvelope { Data: { Count: 1 } data } when data[0] is CaliperEvent only => Of(only),
        _ => HashOf(((CaliperEnvelope)liveEvent).Data),
    };

    /// <summary>The body if it is a record without members that are not modelled; else null.</summary>
    private static ICanonical? BodyOf(CanvasEvent canvas)
    {
        PayloadObject? body = canvas switch
        {
            GradeChangeEvent change => change.Body,
            CourseGradeChangeEvent change => change.Body,
            GradeOverrideEvent change => change.Body,
            FinalGradeCustomStatusEvent change => change.Body,
            _ => null,
        };
        return body is { IsAllInMembers: true } ? body as ICanonical : null;
    }

    /// <summary>Writes the canonical form directly, and not by way of the JSON of <see cref="Write(CanvasEvent, Utf8JsonWriter)"/>, if the values are as plain as they nearly always are.</summary>
    private static bool TryAppend(CanvasEventMetadata metadata, ICanonical body, out CanonicalWriter writer)
    {
        writer = CanonicalWriter.Start();
        if (!metadata.HasExactTime)
        {
            return false;
        }

        writer.Append("["u8);
        writer.AppendPlain(metadata.EventName);
        writer.Append(",\""u8);
        writer.AppendTime(metadata.EventTime, default);
        writer.Append("\","u8);
        if (metadata.RootAccountId is { } account)
        {
            writer.AppendId(account);
        }
        else
        {
            writer.Append("null"u8);
        }

        writer.Append(",{"u8);
        body.AppendMembers(writer);
        writer.Close((byte)'{', (byte)'}');
        writer.Append("]"u8);
        return !writer.IsIncomplete;
    }

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

    private static string HashOf(IReadOnlyList<ICaliperItem> items) => EventWriter.WriteAround(items, Write, static utf8Json => HashJson(CaliperPrefix, utf8Json));

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

    /// <summary>The id of an event; null for an entity, whose id stays the same whatever is said of it.</summary>
    private static string? IdOf(ICaliperItem item) => item switch
    {
        GradeEvent graded => graded.Id.Text,
        UnknownCaliperEvent unknown => unknown.Id?.Text,
        _ => null,
    };

    private static string HashJson(string prefix, ArraySegment<byte> utf8Json) => Hash(prefix, CanonicalJson.Of(utf8Json.AsSpan()));

    private static string Hash(string prefix, ReadOnlySpan<byte> canonical)
    {
#if NET
        Span<byte> hash = stackalloc byte[HashSize];
        var sha256 = s_sha256 ??= IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        sha256.AppendData(canonical);
        sha256.GetHashAndReset(hash);
        Span<char> text = stackalloc char[CaliperPrefix.Length + (2 * HashSize)];
        prefix.CopyTo(text);
        text = text[..(prefix.Length + (2 * HashSize))];
        for (var i = 0; i < HashSize; i++)
        {
            text[prefix.Length + (2 * i)] = Digits[hash[i] >> 4];
            text[prefix.Length + (2 * i) + 1] = Digits[hash[i] & 0xF];
        }

        return text.ToString();
#else
        using var sha256 = System.Security.Cryptography.SHA256.Create();
        return prefix + string.Concat(sha256.ComputeHash(canonical.ToArray()).Select(static b => b.ToString("x2", System.Globalization.CultureInfo.InvariantCulture)));
#endif
    }
}
