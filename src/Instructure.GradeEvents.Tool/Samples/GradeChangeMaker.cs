using Instructure.GradeEvents.Canvas;

namespace Instructure.GradeEvents.Tool.Samples;

/// <summary>Makes <c>grade_change</c> events.</summary>
internal static class GradeChangeMaker
{
    internal static GradeChangeEvent Make(Grading grading)
    {
        var school = grading.School;
        var studentId = school.GlobalId(grading.Student.Id);
        return new()
        {
            MetadataIsNamedAttributes = school.IsSelfHosted,
            Metadata = MetadataMaker.Make("grade_change", grading.Time, school, grading.Course, grading.Origin),
            Body = Blank.For(school).GradeChange with
            {
                SubmissionId = grading.SubmissionId,
                AssignmentId = school.GlobalId(grading.Assignment.Id),
                AssignmentName = grading.Assignment.Name,
                StudentId = studentId,
                UserId = studentId,
                StudentSisId = grading.Student.SisId,
                GraderId = grading.Origin is Request request ? school.GlobalId(request.Grader.Id) : null,
                Grade = grading.Grade?.Text,
                OldGrade = grading.OldGrade?.Text,
                Score = RubyFloat.From(grading.Grade?.Score),
                OldScore = RubyFloat.From(grading.OldGrade?.Score),
                PointsPossible = RubyFloat.From(grading.Assignment.PointsPossible),
                OldPointsPossible = RubyFloat.From(grading.OldPointsPossible),
                GradingComplete = grading.IsComplete,
                Muted = grading.IsMuted,
            },
        };
    }
}
