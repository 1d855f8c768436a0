using System.Diagnostics;
using Instructure.GradeEvents.Caliper;

namespace Instructure.GradeEvents.Tool.Samples;

/// <summary>Makes Caliper grade events, and the envelopes that they are sent in.</summary>
/// <remarks>What identifies an entity stays the same when it is thinned: then nothing else of it is written.</remarks>
internal sealed class CaliperMaker(Dice dice)
{
    private const int PercentThinned = 3;

    internal CaliperEnvelope MakeEnvelope(Grading grading) => new()
    {
        Sensor = grading.School.AccountUrl,
        SendTime = grading.Time.AddMilliseconds(dice.Chance(3) ? dice.Between(60_000, 3_600_000) : dice.Between(250, 4000)),
        DataVersion = CaliperContext.V1p1.Iri,
        Data = [MakeEvent(grading)],
    };

    internal GradeEvent MakeEvent(Grading grading)
    {
        var school = grading.School;
        var request = grading.Origin as Request;
        var actorId = request is null ? Iri.Parse(school.AccountUrl) : UserIri(school, request.Grader.Id);
        var submissionId = UrnIri("submission", grading.SubmissionId);
        var attempt = MakeAttempt(grading);
        var extension = Blank.For(school).Attempt with { Grade = grading.Grade?.Text };
        return new()
        {
            Context = CaliperContext.V1p1,
            Id = Iri.Parse($"urn:uuid:{dice.Uuid()}"),
            Actor = request is null ? new SoftwareApplication { Id = actorId } : MakeActor(school, request),
            Action = "Graded",
            Object = attempt with { IsThinned = IsThinned(), CanvasExtension = extension with { EntityId = grading.SubmissionId } },
            EventTime = grading.Time,
            Generated = new()
            {
                Id = submissionId,
                CanvasExtension = Blank.For(school).Score with { Grade = grading.Grade?.Text, EntityId = grading.SubmissionId },
                Attempt = attempt with { IsThinned = IsThinned(), CanvasExtension = extension },
                MaxScore = grading.Assignment.PointsPossible,
                ScoreGiven = grading.Grade?.Score,
                ScoredBy = new Agent { Id = actorId, IsThinned = true },
            },
            Referrer = request?.Referrer is { } referrer ? new UnknownEntity { Id = Iri.Parse(referrer), IsThinned = true } : null,
            EdApp = request is null ? Blank.EdAppOfJobs : new() { Id = Iri.Parse(school.AccountUrl), IsThinned = IsThinned() },
            Group = MakeGroup(grading) with { IsThinned = IsThinned() },
            Membership = request is null ? null : MakeMembership(grading, request),
            Session = request?.SessionId is { } sessionId ? MakeSession(sessionId) : null,
            CanvasExtension = MakeExtension(school, grading.Origin),
        };
    }

    private bool IsThinned() => dice.Chance(PercentThinned);

    private Attempt MakeAttempt(Grading grading) => new()
    {
        Id = UrnIri("submission", grading.SubmissionId),
        Assignee = new()
        {
            Id = UserIri(grading.School, grading.Student.Id),
            IsThinned = IsThinned(),
            CanvasExtension = grading.Student.SisId is { } sisId ? new() { SisId = sisId } : null,
        },
        Assignable = new AssignableDigitalResource
        {
            Id = UrnIri("assignment", grading.School.GlobalId(grading.Assignment.Id)),
            IsThinned = IsThinned(),
        },
    };

    /// <summary>With or without what Canvas knows of the user; who masquerades stands there.</summary>
    private Person MakeActor(School school, Request request)
    {
        var person = new Person { Id = UserIri(school, request.Grader.Id), IsThinned = request.RealUserId is null && IsThinned() };
        return request.RealUserId is null && dice.Chance(50) ? person : person with
        {
            CanvasExtension = new()
            {
                EntityId = school.GlobalId(request.Grader.Id),
                UserLogin = request.Grader.Login,
                UserSisId = request.Grader.SisId,
                RootAccountId = school.RootAccountId,
                RootAccountLtiGuid = school.RootAccountLtiGuid,
                RootAccountUuid = school.RootAccountUuid,
                RealUserId = request.RealUserId,
            },
        };
    }

    private static CourseOffering MakeGroup(Grading grading)
    {
        var courseId = grading.School.GlobalId(grading.Course.Id);
        return new()
        {
            Id = UrnIri("course", courseId),
            CanvasExtension = new() { ContextType = "Course", EntityId = courseId },
        };
    }

    private Membership MakeMembership(Grading grading, Request request)
    {
        var school = grading.School;
        var (courseId, graderId) = (school.GlobalId(grading.Course.Id), school.GlobalId(request.Grader.Id));
        return new()
        {
            Id = CanvasUrn.CreateMembership(courseId, request.Grader.Roles[0], graderId).ToIri(),
            IsThinned = IsThinned(),
            Member = new() { Id = UrnIri("user", graderId) },
            Organization = new CourseOffering { Id = UrnIri("course", courseId) },
            Roles = request.Grader.Roles,
        };
    }

    private Session MakeSession(string id) => new() { Id = Iri.Parse($"urn:instructure:canvas:session:{id}"), IsThinned = IsThinned() };

    private static CanvasEventExtension MakeExtension(School school, Origin origin)
    {
        var extension = new CanvasEventExtension { Version = "1.0.0" };
        return origin switch
        {
            Job job => extension with { JobId = job.Id, JobTag = job.Tag },
            Request request => extension with
            {
                Hostname = school.Host,
                RequestId = request.Id,
                UserAgent = request.UserAgent,
                ClientIp = request.ClientIp,
                RequestUrl = request.Url,
            },
            _ => throw new UnreachableException(),
        };
    }

    private static Iri UserIri(School school, long localId) => UrnIri("user", school.GlobalId(localId));

    private static Iri UrnIri(string kind, CanvasId id) => CanvasUrn.Create(kind, id).ToIri();
}
