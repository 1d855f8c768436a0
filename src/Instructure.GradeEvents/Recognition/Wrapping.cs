using System.Text;
using System.Text.Json;

namespace Instructure.GradeEvents.Recognition;

/// <summary>A wrapper with an event inside, such as a message of a queue: what it is, and where in it the event is.</summary>
/// <remarks>
/// It is recognised by the members that only the wrapper has; what is inside is not read. The caller makes sure that the document is not an
/// event itself. The error of the reader and the issue of the validator have the same words, and the unwrapper takes the events out by the same
/// rule.
/// </remarks>
internal sealed class Wrapping
{
    private const string Text = "event is the text at";
    private const string Base64 = "event is in base64 at";

    private static readonly Wrapping s_sqsRecord = new("a record from SQS", "a batch of records from SQS", Text, "body");
    private static readonly Wrapping s_sqsMessage = new("a message from aws sqs receive-message", "a batch of messages from aws sqs receive-message", Text, "Body");
    private static readonly Wrapping s_snsRecord = new("a record from SNS", "a batch of records from SNS", Text, "Sns", "Message");
    private static readonly Wrapping s_kinesisOfLambda = new("a record from Kinesis", "a batch of records from Kinesis", Base64, "kinesis", "data");
    private static readonly Wrapping s_kinesisRecord = new("a record from Kinesis", "a batch of records from Kinesis", Base64, "data");
    private static readonly Wrapping s_kinesisOfCommand = new("a record from Kinesis", "a batch of records from Kinesis", Base64, "Data");
    private static readonly Wrapping s_firehoseRecord = new("a record from Firehose", "a batch of records from Firehose", Base64, "data");
    private static readonly Wrapping s_notification = new("a notification from SNS", null, Text, "Message");
    private static readonly Wrapping s_eventBridge = new("an event of EventBridge", null, "event of Canvas is the value at", "detail");
    private static readonly Wrapping s_request = new("a request as API Gateway hands it on", null, Text, "body");
    private static readonly Wrapping s_requestInBase64 = new("a request as API Gateway hands it on", null, Base64, "body");

    /// <summary>The members that hold the records of a batch.</summary>
    private static readonly (string Pointer, byte[] Name)[] s_batches = [.. new[] { "Records", "records", "Messages" }.Select(static name => ("/" + name, Encoding.UTF8.GetBytes(name)))];

    /// <summary>Every wrapper has one of these names at its root.</summary>
    private static readonly byte[][] s_telling = RootReading.ToUtf8("Records", "records", "Messages", "body", "Body", "Message", "detail", "Sns", "kinesis", "data", "Data");

    private readonly string _what;
    private readonly string? _batch;
    private readonly string _form;
    private readonly byte[][] _names;

    private Wrapping(string what, string? batch, string form, params string[] names)
        => (_what, _batch, _form, _names, Pointer) = (what, batch, form, RootReading.ToUtf8(names), "/" + string.Join("/", names));

    /// <summary>Whether it is one of those that come in batches; these have ids.</summary>
    internal bool IsRecord => _batch is not null;

    /// <summary>Where the event is, as a JSON Pointer.</summary>
    internal string Pointer { get; }

    /// <summary>Whether the event is in base64 there; otherwise it is the text, or the value itself where that is no text.</summary>
    internal bool IsBase64 => _form == Base64;

    /// <summary>What the document is; null when it is no wrapper that is known.</summary>
    /// <param name="json">Where it begins.</param>
    internal static string? Describe(Utf8JsonReader json) => json.TokenType switch
    {
        JsonTokenType.StartArray => IsEmpty(json)
            ? "an empty array; there is no event in it"
            : "an array; its items are to be taken one by one, the first at /0",
        JsonTokenType.String => DescribeText(RootReading.TextOf(json)),
        JsonTokenType.StartObject => TryFindBatch(json, out _, out var pointer, out var first, out var record)
            ? FormattableString.Invariant($"{record._batch}; the first {record._form} {pointer}/{first}{record.Pointer}")
            : Find(json) is { } wrapping ? $"{wrapping._what}; the {wrapping._form} {wrapping.Pointer}"
            : null,
        _ => null,
    };

    /// <summary>Whether the text of a string is an object, and so may be an event or what is around one.</summary>
    internal static bool IsObject(ReadOnlySpan<byte> utf8Text)
    {
        var mark = RootReading.ByteOrderMark;
        while (utf8Text.StartsWith(mark) || RootReading.StartsWithBlank(utf8Text))
        {
            utf8Text = utf8Text.Slice(utf8Text[0] == mark[0] ? mark.Length : 1);
        }

        return utf8Text.StartsWith("{"u8);
    }

    /// <summary>Finds the items that are to be taken one by one: those of an array, or the records of a batch.</summary>
    /// <param name="json">Where the document begins.</param>
    /// <param name="items">At the beginning of the array with the items. It is not empty.</param>
    /// <param name="pointer">Where that is, as a JSON Pointer.</param>
    internal static bool TryFindItems(Utf8JsonReader json, out Utf8JsonReader items, out string pointer)
    {
        items = json;
        pointer = string.Empty;
        return json.TokenType == JsonTokenType.StartArray ? !IsEmpty(json)
            : json.TokenType == JsonTokenType.StartObject && HasTellingName(json) && TryFindBatch(json, out items, out pointer, out _, out _);
    }

    /// <summary>The wrapper of one event; null when it is none that is known.</summary>
    /// <param name="json">Where the document, or the record of a batch, begins.</param>
    internal static Wrapping? Find(in Utf8JsonReader json)
        => json.TokenType != JsonTokenType.StartObject || !HasTellingName(json) ? null
            : FindRecord(json) is { } record ? record
            : HasText(json, "Message"u8) && IsText(json, "Type"u8, "Notification") ? s_notification
            : RootReading.Has(json, "detail"u8) && RootReading.Has(json, "detail-type"u8) ? s_eventBridge
            : HasText(json, "body"u8) && IsRequest(json) ? IsBase64Encoded(json) ? s_requestInBase64 : s_request
            : null;

    /// <summary>Moves to the event in the document of which this is the wrapper.</summary>
    /// <param name="json">Where the document begins.</param>
    internal Utf8JsonReader MoveTo(Utf8JsonReader json)
    {
        foreach (var name in _names)
        {
            RootReading.TryFind(json, name, out json);
        }

        return json;
    }

    /// <summary>The id by which a record is reported as failed, so that its source delivers it again; null when it has none.</summary>
    /// <param name="json">Where the record begins.</param>
    internal static string? FindRecordId(in Utf8JsonReader json)
        => TextAt(json, "messageId"u8) ?? TextAt(json, "MessageId"u8)
            ?? (RootReading.TryFind(json, "kinesis"u8, out var kinesis) ? TextAt(kinesis, "sequenceNumber"u8) : null)
            ?? TextAt(json, "sequenceNumber"u8) ?? TextAt(json, "SequenceNumber"u8)
            ?? TextAt(json, "recordId"u8);

    private static string? DescribeText(string? text)
    {
        var utf8Text = Encoding.UTF8.GetBytes(text ?? string.Empty);
        return CompactJws.Is(utf8Text) ? CompactJws.Description + ", in a string"
            : IsObject(utf8Text) ? "a string; the event is the JSON text in it"
            : null;
    }

    private static bool HasTellingName(Utf8JsonReader json)
    {
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            if (RootReading.Find(s_telling, json) >= 0)
            {
                return true;
            }

            json.Read();
            json.TrySkip();
        }

        return false;
    }

    private static bool IsEmpty(Utf8JsonReader array) => array.Read() && array.TokenType == JsonTokenType.EndArray;

    /// <summary>A batch is told by a record in it; there may be a broken one before that.</summary>
    private static bool TryFindBatch(Utf8JsonReader json, out Utf8JsonReader items, out string pointer, out int first, out Wrapping record)
    {
        foreach (var batch in s_batches)
        {
            if (RootReading.TryFind(json, batch.Name, out items) && items.TokenType == JsonTokenType.StartArray)
            {
                var item = items;
                for (first = 0; item.Read() && item.TokenType != JsonTokenType.EndArray; first++)
                {
                    if (FindRecord(item) is { } found)
                    {
                        (pointer, record) = (batch.Pointer, found);
                        return true;
                    }

                    item.TrySkip();
                }
            }
        }

        items = default;
        (pointer, first, record) = (string.Empty, 0, s_sqsRecord);
        return false;
    }

    /// <summary>One message of a queue, a topic or a stream.</summary>
    private static Wrapping? FindRecord(in Utf8JsonReader json)
        => RootReading.Has(json, "body"u8) && (RootReading.Has(json, "receiptHandle"u8) || IsText(json, "eventSource"u8, "aws:sqs")) ? s_sqsRecord
            : RootReading.Has(json, "Body"u8) && (RootReading.Has(json, "ReceiptHandle"u8) || RootReading.Has(json, "MessageId"u8)) ? s_sqsMessage
            : RootReading.TryFind(json, "Sns"u8, out var notification) && HasText(notification, "Message"u8) ? s_snsRecord
            : RootReading.TryFind(json, "kinesis"u8, out var inner) && HasText(inner, "data"u8) ? s_kinesisOfLambda
            : HasText(json, "data"u8) && (RootReading.Has(json, "partitionKey"u8) || RootReading.Has(json, "sequenceNumber"u8)) ? s_kinesisRecord
            : HasText(json, "Data"u8) && (RootReading.Has(json, "PartitionKey"u8) || RootReading.Has(json, "SequenceNumber"u8)) ? s_kinesisOfCommand
            : HasText(json, "data"u8) && RootReading.Has(json, "recordId"u8) ? s_firehoseRecord
            : null;

    private static bool IsRequest(in Utf8JsonReader json)
        => RootReading.Has(json, "isBase64Encoded"u8) || RootReading.Has(json, "httpMethod"u8) || RootReading.Has(json, "requestContext"u8);

    private static bool IsBase64Encoded(in Utf8JsonReader json) => RootReading.TryFind(json, "isBase64Encoded"u8, out var value) && value.TokenType == JsonTokenType.True;

    private static bool HasText(in Utf8JsonReader json, ReadOnlySpan<byte> name) => RootReading.TryFind(json, name, out var value) && value.TokenType == JsonTokenType.String;

    private static bool IsText(in Utf8JsonReader json, ReadOnlySpan<byte> name, string text) => TextAt(json, name) == text;

    private static string? TextAt(in Utf8JsonReader json, ReadOnlySpan<byte> name) => RootReading.TryFind(json, name, out var value) ? RootReading.TextOf(value) : null;
}
