using System.Buffers;
using Instructure.GradeEvents.Canvas;
using Instructure.GradeEvents.Tool.Input;

namespace Instructure.GradeEvents.Tool.Inspection;

/// <summary>A form in which gradings are written for programs. Its parts are rendered by many threads at once, and joined in order.</summary>
internal abstract class GradingFormat
{
    /// <summary>The names of the columns, or of the members.</summary>
    internal static readonly string[] Columns =
    [
        "time", "format", "course", "student", "student_sis_id", "assignment", "assignment_name", "submission", "grader", "automatic",
        "previous_grade", "grade", "previous_score", "score", "points_possible", "complete", "posted", "source", "line",
    ];

    /// <summary>The text in front of the first grading.</summary>
    internal abstract string Head { get; }

    /// <summary>Whether each grading begins with a comma, the first of which is left out.</summary>
    internal virtual bool HasCommas => false;

    /// <summary>Renders the gradings of an event.</summary>
    internal void Append(IBufferWriter<byte> part, LiveEvent liveEvent, Payload payload)
    {
        var format = liveEvent is CanvasEvent ? "canvas" : "caliper";
        foreach (var graded in Gradings.Of(liveEvent))
        {
            Append(part, graded, format, payload);
        }
    }

    /// <summary>The text behind the last grading.</summary>
    internal abstract string Tail(bool isAny);

    private protected abstract void Append(IBufferWriter<byte> part, SubmissionGraded graded, string format, Payload payload);
}
