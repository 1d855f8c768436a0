using System.Text.Json;

namespace Instructure.GradeEvents.Recognition;

/// <summary>What people have in hand instead of an event, with the event inside: what it is, and where in it the event is.</summary>
/// <remarks>
/// It is told from the members that only the wrapper has; what is inside is not read. Whoever asks has made sure that the document is no
/// event itself. The same words stand in the error of the reader and in the issue of the validator.
/// </remarks>
internal static class Wrapping
{
    private const string Text = "the text at";
    private const string Base64 = "in base64 at";

    /// <summary>The names of which every wrapper has one at its root.</summary>
    private static readonly byte[][] s_telling = RootReading.ToUtf8("Records", "records", "Messages", "body", "Body", "Message", "detail", "Sns", "kinesis", "data", "Data");

    /// <summary>The wrapper that begins where the reader stands; null when it is none that is known.</summary>
    internal static string? Describe(Utf8JsonReader json) => json.TokenType switch
    {
        JsonTokenType.StartArray => json.Read() && json.TokenType == JsonTokenType.EndArray
            ? "an empty array; there is no event in it"
            : "an array; its items are to be taken one by one, the first at /0",
        JsonTokenType.String => DescribeText(RootReading.TextOf(json)),
        JsonTokenType.StartObject => HasTellingName(json) ? DescribeObject(json) : null,
        _ => null,
    };

    private static string? DescribeText(string? text)
        => text is null ? null
            : CompactJws.Is(System.Text.Encoding.UTF8.GetBytes(text)) ? CompactJws.Description + ", in a string"
            : text.TrimStart(' ', '\t', '\r', '\n', '\uFEFF') is { Length: > 0 } trimmed && trimmed[0] == '{' ? "a string; the event is the JSON text in it"
            : null;

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

    private static string? DescribeObject(in Utf8JsonReader json)
        => DescribeBatch(json, "Records") ?? DescribeBatch(json, "records") ?? DescribeBatch(json, "Messages")
            ?? (FindRecord(json) is { } record ? $"a {record.Noun} from {record.Source}; the event is {record.Form} {record.Pointer}"
                : HasText(json, "Message"u8) && IsText(json, "Type"u8, "Notification") ? "a notification from SNS; the event is the text at /Message"
                : RootReading.Has(json, "detail"u8) && RootReading.Has(json, "detail-type"u8) ? "an event of EventBridge; the event of Canvas is the value at /detail"
                : HasText(json, "body"u8) && IsRequest(json) ? $"a request as API Gateway hands it on; the event is {(IsBase64(json) ? Base64 : Text)} /body"
                : null);

    private static string? DescribeBatch(in Utf8JsonReader json, string name)
    {
        if (!RootReading.TryFind(json, System.Text.Encoding.UTF8.GetBytes(name), out var items) || items.TokenType != JsonTokenType.StartArray)
        {
            return null;
        }

        items.Read();
        return FindRecord(items) is { } record ? $"a batch of {record.Noun}s from {record.Source}; the first event is {record.Form} /{name}/0{record.Pointer}" : null;
    }

    /// <summary>One message of a queue, a topic or a stream.</summary>
    private static Record? FindRecord(in Utf8JsonReader json)
        => RootReading.Has(json, "body"u8) && (RootReading.Has(json, "receiptHandle"u8) || IsText(json, "eventSource"u8, "aws:sqs")) ? new("record", "SQS", "/body")
            : RootReading.Has(json, "Body"u8) && (RootReading.Has(json, "ReceiptHandle"u8) || RootReading.Has(json, "MessageId"u8)) ? new("message", "aws sqs receive-message", "/Body")
            : RootReading.TryFind(json, "Sns"u8, out var notification) && HasText(notification, "Message"u8) ? new("record", "SNS", "/Sns/Message")
            : RootReading.TryFind(json, "kinesis"u8, out var inner) && HasText(inner, "data"u8) ? new("record", "Kinesis", "/kinesis/data", Base64)
            : HasText(json, "data"u8) && (RootReading.Has(json, "partitionKey"u8) || RootReading.Has(json, "sequenceNumber"u8)) ? new("record", "Kinesis", "/data", Base64)
            : HasText(json, "Data"u8) && (RootReading.Has(json, "PartitionKey"u8) || RootReading.Has(json, "SequenceNumber"u8)) ? new("record", "Kinesis", "/Data", Base64)
            : HasText(json, "data"u8) && RootReading.Has(json, "recordId"u8) ? new("record", "Firehose", "/data", Base64)
            : null;

    private static bool IsRequest(in Utf8JsonReader json)
        => RootReading.Has(json, "isBase64Encoded"u8) || RootReading.Has(json, "httpMethod"u8) || RootReading.Has(json, "requestContext"u8);

    private static bool IsBase64(in Utf8JsonReader json) => RootReading.TryFind(json, "isBase64Encoded"u8, out var value) && value.TokenType == JsonTokenType.True;

    private static bool HasText(in Utf8JsonReader json, ReadOnlySpan<byte> name) => RootReading.TryFind(json, name, out var value) && value.TokenType == JsonTokenType.String;

    private static bool IsText(in Utf8JsonReader json, ReadOnlySpan<byte> name, string text) => RootReading.TryFind(json, name, out var value) && RootReading.TextOf(value) == text;

    /// <summary>What it is, and where in it the event is.</summary>
    private readonly record struct Record(string Noun, string Source, string Pointer, string Form = Text);
}
