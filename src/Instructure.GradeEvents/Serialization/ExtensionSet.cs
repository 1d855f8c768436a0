using System.Text.Json;
using Instructure.GradeEvents.Caliper;

namespace Instructure.GradeEvents.Serialization;

/// <summary>The member "extensions": what Canvas says, typed where we know the type, and what anybody else says.</summary>
internal sealed record ExtensionSet(PayloadObject? Canvas, JsonMembers? Other)
{
    internal static readonly SetCodec Untyped = new(canvas: null);
    internal static readonly SetCodec OfEvent = new(CanvasEventExtension.Shape);
    internal static readonly SetCodec OfUser = new(CanvasUserExtension.Shape);
    internal static readonly SetCodec OfAttempt = new(CanvasAttemptExtension.Shape);
    internal static readonly SetCodec OfScore = new(CanvasScoreExtension.Shape);
    internal static readonly SetCodec OfGroup = new(CanvasGroupExtension.Shape);

    /// <summary>The key under which Canvas keeps what it adds to the standard.</summary>
    private const string CanvasKey = "com.instructure.canvas";

    private static readonly JsonEncodedText s_canvasKey = JsonEncodedText.Encode(CanvasKey);

    /// <summary>The same with what others than Canvas add.</summary>
    /// <exception cref="ArgumentException">What Canvas adds is among it, although it has a record.</exception>
    internal static ExtensionSet? With(ExtensionSet? extensions, IReadOnlyDictionary<string, JsonElement>? value, bool hasCanvasRecord)
        => hasCanvasRecord && value is not null && value.TryGetValue(CanvasKey, out var canvas) && canvas.ValueKind != JsonValueKind.Null
            ? throw new ArgumentException($"What Canvas adds (\"{CanvasKey}\") is in CanvasExtension here.", nameof(value))
            : Create(extensions?.Canvas, value is null ? null : JsonMembers.From(value, nameof(value)));

    internal static ExtensionSet? Create(PayloadObject? canvas, JsonMembers? other)
        => (canvas, other) switch
        {
            (null, null) => null,
            (not null, not null) when other.ContainsKey(CanvasKey) => new(canvas, other.Without(CanvasKey)), // the null that it was
            _ => new(canvas, other),
        };

    /// <param name="canvas">The shape of what Canvas says here; null where it is known to say nothing.</param>
    internal sealed class SetCodec(IShape<PayloadObject>? canvas) : Codec<ExtensionSet>
    {
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
            JsonCopy? other = null;
            var isNull = false;
            while (json.ReadMemberName())
            {
                if (canvas is null || !json.TextEquals(s_canvasKey.EncodedUtf8Bytes))
                {
                    JsonCopy.AppendMember(ref other, ref json);
                    continue;
                }

                if (typed is not null || isNull)
                {
                    throw json.Duplicate();
                }

                var name = json.Reader;
                json.Read();
                if (json.TokenType == JsonTokenType.Null)
                {
                    json.Rewind(name);
                    JsonCopy.AppendMember(ref other, ref json); // a null of theirs is kept like any value that has no type here
                    isNull = true;
                }
                else
                {
                    typed = canvas.Read(ref json);
                }
            }

            return new(typed, other is null && typed is not null ? null : JsonMembers.From(other));
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
}
