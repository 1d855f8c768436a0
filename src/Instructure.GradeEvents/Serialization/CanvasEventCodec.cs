using System.Text.Json;
using Instructure.GradeEvents.Canvas;

namespace Instructure.GradeEvents.Serialization;

/// <summary>An event in Canvas's own format. The metadata tell what the body is, in whichever order the two come.</summary>
internal sealed class CanvasEventCodec : Codec<CanvasEvent>
{
    internal static readonly CanvasEventCodec Instance = new();

    private const string BodyExpected = "an object";

    internal override string Expected => "a Canvas event (an object with \"metadata\" and \"body\")";

    internal override CanvasEvent Read(ref EventReader json)
    {
        if (json.TokenType != JsonTokenType.StartObject)
        {
            throw json.Unexpected(Expected);
        }

        CanvasEventMetadata? metadata = null;
        JsonMembers? unknown = null;
        var body = default(Body);
        var skippedBody = default(Utf8JsonReader);
        var isBodySkipped = false;
        var metadataName = MetadataName(json.Reader);
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
                if (body.IsRead || isBodySkipped)
                {
                    throw json.Duplicate();
                }

                json.Read();
                if (metadata is not null)
                {
                    body = ReadBody(ref json, metadata.EventName);
                }
                else
                {
                    isBodySkipped = true;
                    skippedBody = json.Reader;
                    json.Skip();
                }
            }
            else
            {
                JsonMembers.Read(ref json, ref unknown);
            }
        }

        if (metadata is null)
        {
            throw json.Missing("metadata", "an object (or \"attributes\")");
        }

        if (isBodySkipped)
        {
            var end = json.Reader;
            json.Rewind(skippedBody);
            body = ReadBody(ref json, metadata.EventName);
            json.Rewind(end);
        }
        else if (!body.IsRead)
        {
            throw json.Missing("body", BodyExpected);
        }

        var result = Create(metadata, body, metadataName[0] == (byte)'a');
        result.SetRead(unknown, default);
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

    private static Body ReadBody(ref EventReader json, string eventName) => eventName switch
    {
        CanvasBodies.GradeChange => new(GradeChangeBody.Shape.Read(ref json)),
        CanvasBodies.CourseGradeChange => new(CourseGradeChangeBody.Shape.Read(ref json)),
        CanvasBodies.GradeOverride => new(GradeOverrideBody.Shape.Read(ref json)),
        CanvasBodies.FinalGradeCustomStatus => new(FinalGradeCustomStatusBody.Shape.Read(ref json)),
        _ => new(json.ReadElement()),
    };

    private static CanvasEvent Create(CanvasEventMetadata metadata, Body body, bool hasAttributes) => body.Known switch
    {
        GradeChangeBody known => new GradeChangeEvent { Metadata = metadata, Body = known, MetadataIsNamedAttributes = hasAttributes },
        CourseGradeChangeBody known => new CourseGradeChangeEvent { Metadata = metadata, Body = known, MetadataIsNamedAttributes = hasAttributes },
        GradeOverrideBody known => new GradeOverrideEvent { Metadata = metadata, Body = known, MetadataIsNamedAttributes = hasAttributes },
        FinalGradeCustomStatusBody known => new FinalGradeCustomStatusEvent { Metadata = metadata, Body = known, MetadataIsNamedAttributes = hasAttributes },
        _ => new UnknownCanvasEvent { Metadata = metadata, Body = body.Unknown, MetadataIsNamedAttributes = hasAttributes },
    };

    private readonly struct Body
    {
        internal Body(PayloadObject known) => (Known, IsRead) = (known, true);

        internal Body(JsonElement unknown) => (Unknown, IsRead) = (unknown, true);

        internal bool IsRead { get; }

        internal PayloadObject? Known { get; }

        internal JsonElement Unknown { get; }
    }
}
