namespace Instructure.GradeEvents.Recognition;

/// <summary>How the root of a document is laid out. When nothing else decides, the first comes first.</summary>
internal enum DocumentFormat
{
    Canvas,
    CaliperEnvelope,
    CaliperEvent,
}
