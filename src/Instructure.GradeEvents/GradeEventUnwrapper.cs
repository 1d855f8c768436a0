using System.Globalization;
using System.Text;
using System.Text.Json;
using Instructure.GradeEvents.Recognition;
using Instructure.GradeEvents.Serialization;

namespace Instructure.GradeEvents;

/// <summary>Takes events out of the messages and batches in which queues, topics, streams and gateways deliver them.</summary>
/// <remarks>
/// <para>It knows these wrappers, also nested, up to eight deep:</para>
/// <list type="bullet">
/// <item>SQS: a batch of records as Lambda receives it, the output of <c>aws sqs receive-message</c>, and a single record or message.</item>
/// <item>SNS: a notification, as in the body of a message of SQS, and the records that Lambda receives.</item>
/// <item>Kinesis and Firehose: records in base64, single or in a batch.</item>
/// <item>EventBridge: the value of <c>detail</c>.</item>
/// <item>API Gateway: the body of a request, in base64 or not.</item>
/// <item>An array of events, and an event as the text of a JSON string.</item>
/// </list>
/// <para>Any other document, be it an event or broken, is returned unchanged as the only event. So there is always at least one, and nothing is lost: the reader or
/// the validator then says what is wrong with it. A signed payload (a JWS) is returned unchanged, too, since its signature has to be checked. The reader and the
/// validator name the same wrappers in their errors.</para>
/// <para>A record that can't be decoded becomes an event with an <see cref="UnwrappedEvent.Error"/>, and the other records are still there. An array or a batch that
/// would make more than ten thousand events, which is the largest batch of AWS, is returned unchanged. Time grows with the size of the document; memory is what is
/// decoded, and some two hundred bytes for each event.</para>
/// <para>All members are thread-safe.</para>
/// </remarks>
public static class GradeEventUnwrapper
{
    private const int MostEvents = 10_000;
    private const int MostWrappers = 8;

    /// <summary>An event may be as deep as the reader allows, and the wrappers around it add levels.</summary>
    private static readonly JsonReaderOptions s_readerOptions = new() { MaxDepth = 2 * EventReader.MaxDepth };

    /// <summary>Takes the events out of a document.</summary>
    /// <param name="utf8Json">The document in UTF-8, with or without byte order mark: a wrapper or an event. It must not change while the events are used.</param>
    /// <returns>The events in the order of the document, at least one. No input makes it throw an exception.</returns>
    /// <example>
    /// <code>
    /// foreach (var unwrapped in GradeEventUnwrapper.Unwrap(body))
    /// {
    ///     if (unwrapped.Error is null &amp;&amp; GradeEventSerializer.TryDeserialize(unwrapped.Utf8Json.Span, out var liveEvent, out var error))
    ///     {
    ///         …
    ///     }
    /// }
    /// </code>
    /// </example>
    public static IReadOnlyList<UnwrappedEvent> Unwrap(ReadOnlyMemory<byte> utf8Json)
    {
        var events = new List<UnwrappedEvent>();
        var room = MostEvents - 1;
        Add(new(utf8Json, string.Empty, recordId: null), MostWrappers, events, ref room);
        return events;
    }

    /// <summary>Adds the events in a document, or the document if it is no wrapper.</summary>
    /// <param name="document">The document, as if it were the event.</param>
    /// <param name="wrappers">How many more wrappers may be opened, one inside of another.</param>
    /// <param name="events">The events so far.</param>
    /// <param name="room">By how many events the result may still grow, where each document that is still to be opened counts as one event.</param>
    private static void Add(in UnwrappedEvent document, int wrappers, List<UnwrappedEvent> events, ref int room)
    {
        try
        {
            if (wrappers > 0 && MayBeWrapper(document.Utf8Json.Span) && TryAddInner(document, wrappers, events, ref room))
            {
                return;
            }
        }
        catch (JsonException)
        {
            // It is not well formed. That is found before anything of it is added.
        }

        events.Add(document);
    }

    /// <summary>Whether the document begins as a wrapper may. It spares an exception for text that is no JSON at all.</summary>
    private static bool MayBeWrapper(ReadOnlySpan<byte> document)
    {
        var json = RootReading.WithoutBlanks(RootReading.WithoutByteOrderMark(document));
        return json.Length > 0 && json[0] is (byte)'{' or (byte)'[' or (byte)'"';
    }

    /// <exception cref="JsonException">The document is not well formed.</exception>
    private static bool TryAddInner(in UnwrappedEvent outer, int wrappers, List<UnwrappedEvent> events, ref int room)
    {
        var document = outer.Utf8Json.Slice(outer.Utf8Json.Length - RootReading.WithoutByteOrderMark(outer.Utf8Json.Span).Length);
        var json = new Utf8JsonReader(document.Span, s_readerOptions);
        json.Read();
        if (json.TokenType == JsonTokenType.String)
        {
            return TryAddText(json, document, outer, wrappers, events, ref room);
        }

        var hasItems = Wrapping.TryFindItems(json, out var items, out var pointer);
        var wrapping = hasItems ? null : Wrapping.Find(json);
        if (!hasItems && wrapping is null)
        {
            return false;
        }

        ReadToEnd(json);
        if (IsEvent(json))
        {
            return false;
        }

        if (wrapping is null)
        {
            return TryAddItems(items, document, outer, pointer, wrappers, events, ref room);
        }

        var value = wrapping.MoveTo(json);
        var path = outer.Path + wrapping.Pointer;
        var recordId = outer.RecordId ?? (wrapping.IsRecord ? Wrapping.FindRecordId(json) : null);
        if (value.TokenType != JsonTokenType.String)
        {
            Add(new(JsonOf(ref value, document), path, recordId), wrappers - 1, events, ref room);
        }
        else if (TryDecode(value, document, wrapping.IsBase64, out var text))
        {
            Add(new(text, path, recordId), wrappers - 1, events, ref room);
        }
        else
        {
            var expected = wrapping.IsBase64 ? "expected text in base64, found other text" : "expected valid Unicode text, found invalid UTF-8 or half of a surrogate pair";
            var jsonPath = JsonPathOf(path);
            events.Add(new(JsonOf(ref value, document), path, recordId, new JsonException($"{jsonPath}: {expected}.", jsonPath, null, null)));
        }

        return true;
    }

    private static bool TryAddText(in Utf8JsonReader json, ReadOnlyMemory<byte> document, in UnwrappedEvent outer, int wrappers, List<UnwrappedEvent> events, ref int room)
    {
        ReadToEnd(json);
        if (!TryDecode(json, document, isBase64: false, out var text) || !Wrapping.IsObject(text.Span))
        {
            return false;
        }

        Add(new(text, outer.Path, outer.RecordId), wrappers - 1, events, ref room);
        return true;
    }

    private static bool TryAddItems(Utf8JsonReader items, ReadOnlyMemory<byte> document, in UnwrappedEvent outer, string pointer, int wrappers, List<UnwrappedEvent> events, ref int room)
    {
        var count = CountOf(items);
        if (count - 1 > room)
        {
            return false;
        }

        room -= count - 1;
        if (events.Count == 0)
        {
            events.Capacity = count; // most often these are all
        }

        for (var i = 0; items.Read() && items.TokenType != JsonTokenType.EndArray; i++)
        {
            var item = items;
            var path = outer.Path + pointer + "/" + i.ToString(CultureInfo.InvariantCulture);
            var recordId = outer.RecordId ?? (pointer.Length > 0 ? Wrapping.FindRecordId(item) : null);
            Add(new(JsonOf(ref items, document), path, recordId), wrappers - 1, events, ref room);
        }

        return true;
    }

    private static int CountOf(Utf8JsonReader items)
    {
        var count = 0;
        while (items.Read() && items.TokenType != JsonTokenType.EndArray)
        {
            items.TrySkip();
            count++;
        }

        return count;
    }

    private static bool IsEvent(in Utf8JsonReader json) => json.TokenType == JsonTokenType.StartObject && new DocumentRoot(json, RecordVocabulary.Instance).Formats.Count > 0;

    /// <summary>Reads all of the document before anything is taken out of it, so that no error can come later.</summary>
    /// <exception cref="JsonException">The document is not well formed.</exception>
    private static void ReadToEnd(Utf8JsonReader json)
    {
        while (json.Read())
        {
        }
    }

    /// <summary>The value at which the reader stands, as it is in the document. The reader moves to its end.</summary>
    private static ReadOnlyMemory<byte> JsonOf(ref Utf8JsonReader json, ReadOnlyMemory<byte> document)
    {
        var start = (int)json.TokenStartIndex;
        json.TrySkip();
        return document.Slice(start, (int)json.BytesConsumed - start);
    }

    private static bool TryDecode(in Utf8JsonReader json, ReadOnlyMemory<byte> document, bool isBase64, out ReadOnlyMemory<byte> text)
    {
        try
        {
            if (isBase64)
            {
                var isDecoded = json.TryGetBytesFromBase64(out var bytes);
                text = bytes;
                return isDecoded;
            }

            if (!json.ValueIsEscaped)
            {
                text = document.Slice((int)json.TokenStartIndex + 1, json.ValueSpan.Length); // behind the quotation mark
                return true;
            }

            var buffer = new byte[json.ValueSpan.Length];
            text = buffer.AsMemory(0, json.CopyString(buffer));
            return true;
        }
        catch (InvalidOperationException)
        {
            text = default;
            return false; // half of a surrogate pair
        }
    }

    /// <summary>A pointer in the form of paths in exceptions: <c>$.Records[0].body</c>. Its names need no escaping.</summary>
    private static string JsonPathOf(string pointer)
    {
        var path = new StringBuilder("$");
        foreach (var step in pointer.Split('/').Skip(1))
        {
            _ = char.IsDigit(step[0]) ? path.Append('[').Append(step).Append(']') : path.Append('.').Append(step);
        }

        return path.ToString();
    }
}
