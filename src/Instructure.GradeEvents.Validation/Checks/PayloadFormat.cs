namespace Instructure.GradeEvents.Validation.Checks;

/// <summary>How the root of a document is laid out.</summary>
internal enum PayloadFormat
{
    CaliperEnvelope,
    CaliperEvent,
    Canvas,
}
