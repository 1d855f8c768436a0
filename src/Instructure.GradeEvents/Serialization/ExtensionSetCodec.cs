using System.Text.Json;
using Instructure.GradeEvents.Caliper;

namespace Instructure.GradeEvents.Serialization;

/// <summary>The member "extensions" of an event or entity.</summary>
/// <param name="canvas">The shape of what Canvas says here; null where it is known to say nothing.</param>
internal sealed class ExtensionSetCodec(IShape<PayloadObject>? canvas) : Codec<ExtensionSet>
{
    internal static readonly ExtensionSetCodec Untyped = new(canvas: null);
    internal static readonly ExtensionSetCodec OfEvent = new(CanvasEventExtension.Shape);
    internal static readonly ExtensionSetCodec OfUser = new(CanvasUserExtension.Shape);
    internal static readonly ExtensionSetCodec OfAttempt = new(CanvasAttemptExtension.Shape);
    internal static readonly ExtensionSetCodec OfScore = new(CanvasScoreExtension.Shape);
    internal static readonly ExtensionSetCodec OfGroup = new(CanvasGroupExtension.Shape);

    private static readonly JsonEncodedText s_canvasKey = JsonEncodedText.Encode(ExtensionSet.CanvasKey);

    /// <summary>Whether what Canvas says has a record.</summary>
    internal bool IsTyped => canvas is not null;

    internal override string Expected => "an object";

    internal override ExtensionSet Read(ref EventReader json)
    {
        if (json.TokenType != JsonTokenType.StartObject)
        {
            throw json.Unexpected(Expected);
        }

        PayloadObject? typed = null;
        JsonMembers? other = null;
        while (json.ReadMemberName())
        {
            if (canvas is null || !json.TextEquals("com.instructure.canvas"u8))
            {
                JsonMembers.Read(ref json, ref other);
                continue;
            }

            if (typed is not null || other?.ContainsKey(ExtensionSet.CanvasKey) == true)
            {
                throw json.Duplicate();
            }

            var name = json.Reader;
            json.Read();
            if (json.TokenType == JsonTokenType.Null)
            {
                json.Rewind(name);
                JsonMembers.Read(ref json, ref other); // a null of theirs is kept like any value that has no type here
            }
            else
            {
                typed = canvas.Read(ref json);
            }
        }

        return new(typed, other ?? (typed is null ? JsonMembers.None : null));
    }

    internal override void Write(Utf8JsonWriter writer, ExtensionSet value)
    {
        writer.WriteStartObject();
        if (value.Canvas is not null)
        {
            writer.WritePropertyName(s_canvasKey);
            value.Canvas.WriteTo(writer);
        }

        value.Other?.WriteTo(writer);
        writer.WriteEndObject();
    }
}
