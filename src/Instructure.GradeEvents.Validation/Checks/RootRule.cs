using Instructure.GradeEvents.Validation.Schemas;

namespace Instructure.GradeEvents.Validation.Checks;

/// <summary>What a document is judged as.</summary>
/// <param name="Kind">Its kind.</param>
/// <param name="Value">What it must be.</param>
/// <param name="Place">What is compared in it.</param>
internal readonly record struct RootRule(PayloadKind Kind, ValueRule Value, Place Place)
{
    /// <summary>Whether the body is only read: something was said of it already.</summary>
    internal bool IsBodySkipped { get; init; }

    /// <summary>The event that is judged, if it is one of the Canvas format.</summary>
    internal CanvasGradeEvent? Canvas { get; private init; }

    /// <summary>Nothing that is known: it is only read.</summary>
    internal static RootRule Unknown { get; } = new(PayloadKind.Unknown, ValueRule.Any, Place.None);

    internal static RootRule Envelope { get; } = new(PayloadKind.CaliperEnvelope, ValueRule.Of("an object", Shapes.CaliperEnvelope), Place.Envelope);

    internal static RootRule Event { get; } = new(PayloadKind.CaliperEvent, ValueRule.Of("an object", Shapes.GradeEvent), Place.Event);

    internal static RootRule Of(CanvasGradeEvent known, bool isOfStream)
        => new(known.Kind, isOfStream ? known.StreamEvent : known.Event, known.Kind == PayloadKind.GradeChange ? Place.Canvas : Place.None) { Canvas = known };
}
