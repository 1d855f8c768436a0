using System.Text.Json;
using Instructure.GradeEvents.Canvas;

namespace Instructure.GradeEvents.Serialization;

/// <summary>An event in Canvas's own format. The metadata tell what the body is, in whichever order the two come.</summary>
internal sealed class CanvasEventCodec : Codec<CanvasEvent>
{
    internal static readonly CanvasEventCodec Instance = new();

    internal override string Expected => "a Canvas event (an object with \"metadata\" and \"body\")";

    internal override CanvasEvent Read(ref EventReader json)
    {
        if (json.TokenType != JsonTokenType.StartObject)
        {
            throw json.Unexpected(Expected);
        }

        CanvasEventMetadata? metadata = null;
        JsonCopy? unknown = null;
        CanvasEvent? result = null;
        var skippedBody = default(Utf8JsonReader);
        var metadataName = MetadataName(json.Reader);
        var hasAttributes = metadataName[0] == (byte)'a';
        while (json.ReadMemberName())
        {
            if (json.TextEquals(metadataName))
            {
                if (metadata is not null)
                {
                    throw json.Duplicate();
                }

                json.Read();
                metadata = CanvasEventMetadata.Shape.Read(ref json);
            }
            else if (json.TextEquals("body"u8))
            {
                if (result is not null || skippedBody.TokenType != JsonTokenType.None)
                {
                    throw json.Duplicate();
                }

                json.Read();
                if (metadata is not null)
                {
                    result = ReadBody(ref json, metadata, hasAttributes);
                }
                else
                {
                    skippedBody = json.Reader;
                    json.Skip();
                }
            }
            else
            {
                JsonCopy.AppendMember(ref unknown, ref json);
            }
        }

        if (metadata is null)
        {
            throw json.Missing("metadata", "an object (or \"attributes\")");
        }

        if (skippedBody.TokenType != JsonTokenType.None)
        {
            var end = json.Reader;
            json.Rewind(skippedBody);
            result = ReadBody(ref json, metadata, hasAttributes);
            json.Rewind(end);
        }

        _ = result ?? throw json.Missing("body", "an object");
        result.SetRead(JsonMembers.From(unknown), default);
        return result;
    }

    internal override void Write(Utf8JsonWriter writer, CanvasEvent value) => value.WriteTo(writer);

    /// <summary>"attributes" stands for "metadata", unless there are both; then it is a member like any other.</summary>
    private static ReadOnlySpan<byte> MetadataName(Utf8JsonReader reader)
    {
        ReadOnlySpan<byte> name = "metadata"u8;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (EventReader.TextEquals(reader, "metadata"u8))
            {
                return "metadata"u8;
            }

            if (EventReader.TextEquals(reader, "attributes"u8))
            {
                name = "attributes"u8;
            }

            reader.TrySkip();
        }

        return name;
    }

    private static CanvasEvent ReadBody(ref EventReader json, CanvasEventMetadata metadata, bool hasAttributes) => metadata.EventName switch
    {
        CanvasBodies.GradeChange => new GradeChangeEvent { Metadata = metadata, Body = GradeChangeBody.Shape.Read(ref json), MetadataIsNamedAttributes = hasAttributes },
        CanvasBodies.CourseGradeChange => new CourseGradeChangeEvent { Metadata = metadata, Body = CourseGradeChangeBody.Shape.Read(ref json), MetadataIsNamedAttributes = hasAttributes },
        CanvasBodies.GradeOverride => new GradeOverrideEvent { Metadata = metadata, Body = GradeOverrideBody.Shape.Read(ref json), MetadataIsNamedAttributes = hasAttributes },
        CanvasBodies.FinalGradeCustomStatus => new FinalGradeCustomStatusEvent { Metadata = metadata, Body = FinalGradeCustomStatusBody.Shape.Read(ref json), MetadataIsNamedAttributes = hasAttributes },
        _ => new UnknownCanvasEvent(metadata, JsonValue.Read(ref json)) { MetadataIsNamedAttributes = hasAttributes },
    };
}
