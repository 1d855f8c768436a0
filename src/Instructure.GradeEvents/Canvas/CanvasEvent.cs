using System.Text.Json;
using System.Text.Json.Serialization;
using Instructure.GradeEvents.Serialization;

namespace Instructure.GradeEvents.Canvas;

/// <summary>An event in Canvas's own format: metadata and a body.</summary>
/// <remarks>
/// A <see cref="GradeChangeEvent"/>, a <see cref="CourseGradeChangeEvent"/>, a <see cref="GradeOverrideEvent"/>, a
/// <see cref="FinalGradeCustomStatusEvent"/>, or an <see cref="UnknownCanvasEvent"/> for all others. Source: Canvas event documentation.
/// </remarks>
[JsonConverter(typeof(PayloadJsonConverterFactory))]
public abstract record CanvasEvent : LiveEvent
{
    private CanvasEventMetadata? _metadata;

    private protected CanvasEvent()
    {
    }

    /// <summary>Which event it is, when it happened, who caused it and how.</summary>
    /// <remarks>Always there. Source: Canvas event documentation, metadata.</remarks>
    public required CanvasEventMetadata Metadata
    {
        get => _metadata!;
        init => _metadata = value ?? throw new ArgumentNullException(nameof(value));
    }

    /// <summary>Whether the metadata are called <c>attributes</c> in the JSON, as in the Kinesis stream of a self-hosted Canvas.</summary>
    /// <remarks>False for the usual <c>metadata</c>. Source: the emitting code of Canvas.</remarks>
    public bool MetadataIsNamedAttributes { get; init; }

    internal sealed override void WriteTo(Utf8JsonWriter writer)
    {
        CanvasBodies.CheckEventName(this);
        writer.WriteStartObject();
        writer.WritePropertyName(MetadataIsNamedAttributes ? "attributes"u8 : "metadata"u8);
        Metadata.WriteTo(writer);
        writer.WritePropertyName("body"u8);
        WriteBody(writer);
        WriteUnknownMembers(writer, name => name is "metadata" or "body" || (MetadataIsNamedAttributes && name == "attributes"));
        writer.WriteEndObject();
    }

    internal abstract void WriteBody(Utf8JsonWriter writer);
}
