namespace Instructure.GradeEvents.Serialization;

/// <summary>The member "extensions": what Canvas says, typed where we know the type, and what anybody else says.</summary>
internal sealed record ExtensionSet(PayloadObject? Canvas, JsonMembers? Other)
{
    /// <summary>The key under which Canvas keeps what it adds to the standard.</summary>
    internal const string CanvasKey = "com.instructure.canvas";

    internal static ExtensionSet? Create(PayloadObject? canvas, JsonMembers? other)
        => canvas is null && other is null ? null : new(canvas, other);
}
