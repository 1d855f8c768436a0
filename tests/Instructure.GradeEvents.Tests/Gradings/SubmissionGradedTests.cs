using System.Text.Json.Nodes;
using Instructure.GradeEvents.Caliper;
using Instructure.GradeEvents.Canvas;
using Instructure.GradeEvents.Tests.Support;

namespace Instructure.GradeEvents.Tests.Gradings;

/// <summary>One view of a grading, whichever format told of it.</summary>
public class SubmissionGradedTests
{
    [Fact]
    public void Both_formats_of_a_grading_give_the_same_view_where_both_tell()
    {
        for (var seed = 0; seed < 1000; seed++)
        {
            var grading = Grading.Random(seed);
            var canvas = View(grading.ToCanvas());
            var caliper = View(grading.ToCaliper());

            foreach (var view in new[] { canvas, caliper })
            {
                view.Time.Should().Be(grading.Time);
                view.SubmissionId.Should().Be(new CanvasId(grading.Submission));
                view.AssignmentId.Should().Be(new CanvasId(grading.Assignment));
                view.StudentId.Should().Be(new CanvasId(grading.Student));
                view.GraderId.Should().Be(grading.Grader is { } grader ? new CanvasId(grader) : null);
                view.Grade.Should().Be(new Grade(grading.Grade));
                view.Grade.Text.Should().Be(grading.Grade);
                view.Score.Should().Be(grading.Score);
                view.PointsPossible.Should().Be(grading.Points);
            }

            caliper.CourseId.Should().Be(new CanvasId(grading.Course));
            canvas.CourseId.Should().Be(grading.Age > 0 ? caliper.CourseId : null);
            caliper.StudentSisId.Should().Be(grading.SisId);
            canvas.StudentSisId.Should().Be(grading.Age > 0 ? grading.SisId : null);
            canvas.IsAutomatic.Should().Be(grading.Grader is null);
            caliper.IsAutomatic.Should().Be(grading is { IsActorThinned: true, Grader: null } ? null : grading.Grader is null);
            canvas.PreviousGrade.Should().Be(new Grade(grading.OldGrade));
            caliper.PreviousGrade.Kind.Should().Be(GradeKind.None);
            canvas.AssignmentName.Should().Be(grading.Age > 1 ? grading.Name : null);
            canvas.IsComplete.Should().Be(grading.Age > 0 ? grading.IsComplete : null);
            canvas.IsPosted.Should().Be(grading.Age > 0 ? !grading.IsMuted : null);

            (canvas.IsSameGrading(caliper) && caliper.IsSameGrading(canvas)).Should().BeTrue("of {0}", grading);
            foreach (var other in Changed(caliper))
            {
                canvas.IsSameGrading(other).Should().BeFalse("of {0}", other);
                other.IsSameGrading(canvas).Should().BeFalse();
            }
        }

        static IEnumerable<SubmissionGraded> Changed(SubmissionGraded view)
        {
            yield return view with { SubmissionId = Next(view.SubmissionId) };
            yield return view with { SubmissionId = null };
            yield return view with { Time = view.Time.AddMilliseconds(1) };
            yield return view with { AssignmentId = Next(view.AssignmentId) };
            yield return view with { StudentId = Next(view.StudentId) };
            if (view.GraderId is not null)
            {
                yield return view with { GraderId = Next(view.GraderId) };
                yield return view with { IsAutomatic = true };
            }

            if (view.Grade.Kind != GradeKind.None)
            {
                yield return view with { Grade = new("another") };
            }

            if (view.Score is not null)
            {
                yield return view with { Score = view.Score + 0.01m };
            }

            if (view.PointsPossible is not null)
            {
                yield return view with { PointsPossible = view.PointsPossible + 1 };
            }
        }
    }

    [Fact]
    public void Ids_that_are_local_and_times_below_a_millisecond_are_the_same_grading()
    {
        var view = View(Grading.Random(1).ToCanvas());

        view.IsSameGrading(view with { SubmissionId = new(view.SubmissionId!.Value.LocalId), Time = view.Time.AddTicks(9_999 - (view.Time.Ticks % 10_000)) }).Should().BeTrue();
        view.IsSameGrading(view with { SubmissionId = new(view.SubmissionId!.Value.ShardId + 1, view.SubmissionId.Value.LocalId) }).Should().BeFalse();
        view.IsSameGrading(null).Should().BeFalse();
        (view with { CourseId = null, StudentSisId = null, IsPosted = null }).IsSameGrading(view).Should().BeTrue("what one doesn't tell can't differ");
    }

    [Fact]
    public void Events_that_hold_only_what_is_required_give_a_view_with_nulls()
    {
        var canvas = View("""{"metadata":{"event_name":"grade_change","event_time":"2026-01-01T00:00:00Z"},"body":{"submission_id":"1","assignment_id":"2","student_id":"3","user_id":"3"}}""");
        canvas.Should().Be(new SubmissionGraded
        {
            Time = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero),
            DeduplicationKey = canvas.DeduplicationKey,
            SubmissionId = new(1),
            AssignmentId = new(2),
            StudentId = new(3),
            IsAutomatic = true,
        });

        var caliper = View("""{"@context":"http://purl.imsglobal.org/ctx/caliper/v1p1","id":"urn:uuid:319f0132-0584-4efd-9489-4959b7101731","type":"GradeEvent","actor":"urn:x:1","action":"Graded","object":"urn:x:2","eventTime":"2026-01-01T00:00:00.000Z"}""");
        caliper.Should().Be(new SubmissionGraded { Time = canvas.Time, DeduplicationKey = "urn:uuid:319f0132-0584-4efd-9489-4959b7101731" });
        caliper.IsSameGrading(caliper).Should().BeFalse("it doesn't know the submission");
    }

    [Fact]
    public void Ids_are_found_in_the_membership_and_beside_URNs_too()
    {
        var json = Grading.Random(4).ToCaliper();
        var graded = json["data"]![0]!.AsObject();
        graded.Remove("group");
        graded["membership"] = new JsonObject { ["id"] = "urn:instructure:canvas:course:21070000000000565:Instructor:21070000000000987", ["type"] = "Membership" };
        View(json).CourseId.Should().Be(new CanvasId(2107, 565));
        graded["membership"]!["organization"] = "urn:instructure:canvas:course:21070000000000566";
        View(json).CourseId.Should().Be(new CanvasId(2107, 566));
        graded["group"] = new JsonObject { ["id"] = "urn:instructure:canvas:group:5", ["type"] = "Group" };
        View(json).CourseId.Should().Be(new CanvasId(2107, 566), "a group of students is no course");

        graded["object"] = new JsonObject { ["id"] = "https://example.edu/attempts/1", ["type"] = "Attempt", ["extensions"] = new JsonObject { ["com.instructure.canvas"] = new JsonObject { ["entity_id"] = "77", ["grade"] = "F" } } };
        View(json).SubmissionId.Should().Be(new CanvasId(77));
        graded["generated"] = "urn:x:score";
        View(json).Grade.Should().Be(new Grade("F"));
    }

    [Theory]
    [InlineData(true, true, 1)]
    [InlineData(true, false, 1)]
    [InlineData(false, true, 2)]
    public void What_the_object_says_comes_before_what_the_attempt_of_the_score_says(bool isInObject, bool isInScore, int expected)
    {
        var graded = new GradeEvent
        {
            Id = Iri.Parse("urn:uuid:319f0132-0584-4efd-9489-4959b7101731"),
            Context = CaliperContext.V1p1,
            Action = "Graded",
            Actor = new Person { Id = Iri.Parse("urn:x:1") },
            EventTime = DateTimeOffset.UnixEpoch,
            Object = isInObject ? AttemptOf(1) : new() { Id = Iri.Parse("urn:x:1") },
            Generated = new() { Id = Iri.Parse("urn:x:2"), Attempt = isInScore ? AttemptOf(2) : new() { Id = Iri.Parse("urn:x:2") } },
        };

        var view = SubmissionGraded.From(graded).Single();

        view.SubmissionId.Should().Be(new CanvasId(expected));
        view.AssignmentId.Should().Be(new CanvasId(10 + expected));
        view.AssignmentName.Should().Be($"assignment {expected}");
        view.StudentId.Should().Be(new CanvasId(20 + expected));
        view.StudentSisId.Should().Be($"student {expected}");
        view.PointsPossible.Should().Be(expected);
        view.Grade.Text.Should().Be(isInScore ? "grade 2" : "grade 1", "the score is what the grading has made");

        var score = graded.Generated with { MaxScore = 9, CanvasExtension = new() { Grade = "grade 3" } };
        view = SubmissionGraded.From(graded with { Generated = score }).Single();
        view.PointsPossible.Should().Be(9);
        view.Grade.Text.Should().Be("grade 3");

        static Attempt AttemptOf(int number) => new()
        {
            Id = Iri.Parse($"urn:instructure:canvas:submission:{number}"),
            CanvasExtension = new() { Grade = $"grade {number}" },
            Assignable = new AssignableDigitalResource { Id = Iri.Parse($"urn:instructure:canvas:assignment:{10 + number}"), Name = $"assignment {number}", MaxScore = number },
            Assignee = new Person { Id = Iri.Parse($"urn:instructure:canvas:user:{20 + number}"), CanvasExtension = new() { SisId = $"student {number}" } },
        };
    }

    [Fact]
    public void A_group_that_acts_is_no_grader_and_the_group_comes_before_the_membership()
    {
        var json = Grading.Random(4).ToCaliper();
        var graded = json["data"]![0]!.AsObject();
        graded["actor"] = new JsonObject { ["id"] = "https://example.edu/groups/5", ["type"] = "Group", ["extensions"] = new JsonObject { ["com.instructure.canvas"] = new JsonObject { ["entity_id"] = "5" } } };
        graded["group"] = "urn:instructure:canvas:course:21070000000000565";
        graded["membership"] = new JsonObject { ["id"] = "urn:x:1", ["type"] = "Membership", ["organization"] = "urn:instructure:canvas:course:21070000000000566" };

        var view = View(json);

        view.GraderId.Should().BeNull();
        view.IsAutomatic.Should().BeNull();
        view.CourseId.Should().Be(new CanvasId(2107, 565));
    }

    [Fact]
    public void Each_event_of_an_envelope_gives_a_view_and_other_events_none()
    {
        var json = Grading.Random(7).ToCaliper();
        var data = json["data"]!.AsArray();
        for (var i = 2; i <= 3; i++)
        {
            var other = data[0]!.DeepClone();
            other["id"] = $"urn:uuid:319f0132-0584-4efd-9489-4959b710173{i}";
            data.Add(other);
        }

        data.Add(new JsonObject { ["id"] = "urn:x:1", ["type"] = "Person" });
        var views = SubmissionGraded.From(GradeEventSerializer.Deserialize(json.ToJsonString()));
        views.Should().HaveCount(3);
        views.Select(static view => view.DeduplicationKey).Should().OnlyHaveUniqueItems();

        foreach (var sample in new[] { "course-grade-change-from-job.json", "grade-override-set.json", "submission-created.json" })
        {
            SubmissionGraded.From(GradeEventSerializer.Deserialize(Repository.SampleText(sample))).Should().BeEmpty();
        }

        SubmissionGraded.From(null).Should().BeEmpty();
    }

    [Fact]
    public void An_event_that_was_made_without_its_ids_gives_a_view_too()
    {
        var change = (GradeChangeEvent)GradeEventSerializer.Deserialize(Repository.SampleText("grade-change-by-teacher.json"));
        var made = change with { Body = change.Body with { SubmissionId = default, GraderId = default(CanvasId) } };

        var view = SubmissionGraded.From(made).Should().ContainSingle().Which;
        view.SubmissionId.Should().BeNull();
        view.DeduplicationKey.Should().BeEmpty();

        var graded = (GradeEvent)((CaliperEnvelope)GradeEventSerializer.Deserialize(Repository.SampleText("caliper-published-example.json"))).Data[0];
        SubmissionGraded.From(graded with { Object = new Attempt { Id = default }, Actor = new Person { Id = default } }).Should().ContainSingle().Which.GraderId.Should().BeNull();
    }

    private static SubmissionGraded View(JsonObject json) => View(json.ToJsonString());

    private static SubmissionGraded View(string json) => SubmissionGraded.From(GradeEventSerializer.Deserialize(json)).Should().ContainSingle().Which;

    private static CanvasId? Next(CanvasId? id) => new CanvasId(id!.Value.Value + 1);
}
