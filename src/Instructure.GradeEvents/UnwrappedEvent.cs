using System.Text.Json;

namespace Instructure.GradeEvents;

/// <summary>An event as <see cref="GradeEventUnwrapper"/> found it: its JSON, where it stood, and the record that it came in.</summary>
/// <remarks>The default value, which the unwrapper never gives, has an empty text.</remarks>
public readonly struct UnwrappedEvent
{
    private readonly string? _path;

    internal UnwrappedEvent(ReadOnlyMemory<byte> utf8Json, string path, string? recordId, JsonException? error = null)
        => (Utf8Json, _path, RecordId, Error) = (utf8Json, path, recordId, error);

    /// <summary>The text of the event, in UTF-8: what <see cref="GradeEventSerializer"/> and the validator take.</summary>
    /// <remarks>
    /// Only they tell whether it is an event. Where nothing had to be decoded, it is a part of the memory that was given to the unwrapper. If there is an
    /// <see cref="Error"/>, it is the JSON that could not be decoded, as it stands in the document: what you would put into a dead-letter store.
    /// </remarks>
    public ReadOnlyMemory<byte> Utf8Json { get; }

    /// <summary>Where the event stood, as a JSON Pointer (RFC 6901): <c>/Records/0/body</c>; empty when the document is the event.</summary>
    /// <remarks>If a string holds JSON, the pointer continues in that JSON: <c>/Records/0/body/Message</c> is the message of the SNS notification in the body.</remarks>
    public string Path => _path ?? string.Empty;

    /// <summary>The id of the outermost record that has one: the id to report when this record of a batch failed.</summary>
    /// <remarks>
    /// It is the <c>messageId</c> of a message of SQS, the <c>sequenceNumber</c> of a record of Kinesis, and the <c>recordId</c> of a record of Firehose. It
    /// is null if the event was in none of them.
    /// </remarks>
    public string? RecordId { get; }

    /// <summary>Why the event could not be taken out; null when it could.</summary>
    /// <remarks>
    /// The text is not base64 where it has to be, or it is not Unicode. <see cref="JsonException.Path"/> is the JSON path of the text in the
    /// document; a line is not given. Anything else that is wrong with an event is found when it is read.
    /// </remarks>
    public JsonException? Error { get; }
}
