using System.Text.Json;
using System.Text.Unicode;

namespace Instructure.GradeEvents.Judges;

/// <summary>What System.Text.Json says of a document, before anybody asks what it means.</summary>
internal static class Reader
{
    private static readonly JsonDocumentOptions s_once = new() { AllowDuplicateProperties = false };

    /// <summary>The document without a byte order mark, which not all judges know.</summary>
    public static ReadOnlyMemory<byte> WithoutMark(byte[] utf8) => utf8.AsSpan().StartsWith("\uFEFF"u8) ? utf8.AsMemory(3) : utf8;

    /// <summary>Whether the document can't be judged by a schema; null when it can.</summary>
    public static Verdict? Read(byte[] utf8)
        => !Utf8.IsValid(utf8) || !CanRead(utf8, default) ? Verdict.Malformed
            : !CanRead(utf8, s_once) ? Verdict.NameTwice
            : null;

    private static bool CanRead(byte[] utf8, JsonDocumentOptions options)
    {
        try
        {
            JsonDocument.Parse(WithoutMark(utf8), options).Dispose();
            return true;
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            return false; // an InvalidOperationException where a name is no Unicode
        }
    }
}
