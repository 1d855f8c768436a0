using System.Text.Json;

namespace Instructure.GradeEvents.Serialization;

/// <summary>The member "extensions": what Canvas says, typed where we know the type, and what anybody else says.</summary>
internal sealed record ExtensionSet(PayloadObject? Canvas, JsonMembers? Other)
{
    /// <summary>The key under which Canvas keeps what it adds to the standard.</summary>
    internal const string CanvasKey = "com.instructure.canvas";

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
}
