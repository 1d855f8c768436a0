using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using Instructure.GradeEvents.Serialization;

namespace Instructure.GradeEvents.Tool.Reading;

/// <summary>JSON laid out for people. Numbers stay as they are written.</summary>
internal static class JsonLayout
{
    private static readonly JsonWriterOptions s_options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, Indented = true, NewLine = "\n" };

    internal static void Indent(IBufferWriter<byte> destination, ReadOnlyMemory<byte> utf8Json)
    {
        using var writer = new Utf8JsonWriter(destination, s_options);
        new CopiedJson(utf8Json).WriteTo(writer);
    }
}
