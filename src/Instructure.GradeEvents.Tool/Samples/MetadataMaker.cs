using System.Diagnostics;
using Instructure.GradeEvents.Canvas;

namespace Instructure.GradeEvents.Tool.Samples;

/// <summary>Makes the metadata of an event in Canvas's own format.</summary>
internal static class MetadataMaker
{
    internal static CanvasEventMetadata Make(string eventName, DateTimeOffset time, School school, Course course, Origin origin)
    {
        var metadata = Blank.For(school).Metadata with
        {
            EventName = eventName,
            EventTime = time,
            Producer = "canvas",
            RootAccountId = school.RootAccountId,
            RootAccountUuid = school.RootAccountUuid,
            RootAccountLtiGuid = school.RootAccountLtiGuid,
            ContextType = "Course",
            ContextId = school.GlobalId(course.Id),
            ContextAccountId = school.GlobalId(course.AccountId),
            ContextSisSourceId = course.SisId,
        };
        return origin switch
        {
            Job job => metadata with { JobId = job.Id, JobTag = job.Tag },
            Request request => metadata with
            {
                ContextRole = request.Grader.Enrollment,
                UserId = school.GlobalId(request.Grader.Id),
                UserLogin = request.Grader.Login,
                UserSisId = request.Grader.SisId,
                UserAccountId = school.RootAccountId,
                RealUserId = request.RealUserId,
                TimeZone = school.TimeZone,
                DeveloperKeyId = request.DeveloperKeyId,
                RequestId = request.Id,
                SessionId = request.SessionId,
                Hostname = school.Host,
                HttpMethod = request.Method,
                UserAgent = request.UserAgent,
                ClientIp = request.ClientIp,
                Url = request.Url,
                Referrer = request.Referrer,
            },
            _ => throw new UnreachableException(),
        };
    }

    /// <summary>The time as the bodies have it: in whole seconds.</summary>
    internal static DateTimeOffset ToSeconds(DateTimeOffset time) => time.AddTicks(-(time.Ticks % TimeSpan.TicksPerSecond));
}
