namespace Instructure.GradeEvents.Tool.Samples;

/// <summary>A request that somebody's browser made, or a program with a developer key.</summary>
/// <param name="Grader">Who made it.</param>
/// <param name="Id">A UUID.</param>
/// <param name="Method">The HTTP method.</param>
/// <param name="Url">What was requested.</param>
/// <param name="UserAgent">The browser or program.</param>
/// <param name="ClientIp">The address that it came from.</param>
internal sealed record Request(Grader Grader, string Id, string Method, string Url, string UserAgent, string ClientIp) : Origin
{
    private static readonly string[] s_browsers =
    [
        "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36",
        "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.6 Safari/605.1.15",
        "Mozilla/5.0 (X11; Linux x86_64; rv:142.0) Gecko/20100101 Firefox/142.0",
        "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36 Edg/140.0.0.0",
        "Mozilla/5.0 (iPad; CPU OS 18_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.6 Mobile/15E148 Safari/604.1",
    ];

    private static readonly (string UserAgent, long DeveloperKey)[] s_programs =
    [
        ("python-canvasapi/3.3.0", 41),
        ("GradeSync/2.4.1 (+https://gradesync.example/)", 57),
    ];

    internal string? Referrer { get; init; }

    internal string? SessionId { get; init; }

    internal CanvasId? DeveloperKeyId { get; init; }

    internal CanvasId? RealUserId { get; init; }

    /// <param name="school">Where.</param>
    /// <param name="grader">Who makes it.</param>
    /// <param name="time">When; a session lasts all day.</param>
    /// <param name="method">The HTTP method.</param>
    /// <param name="path">The path of its URL. A program uses the API only.</param>
    /// <param name="page">The path of the page that a browser makes it from.</param>
    /// <param name="dice">For the rest.</param>
    internal static Request Make(School school, Grader grader, DateTimeOffset time, string method, string path, string page, Dice dice)
    {
        // Somebody has one browser, and one address of each kind, whenever they grade.
        var graderId = school.GlobalId(grader.Id).Value;
        var habits = new Dice(graderId);
        var browser = habits.Pick(s_browsers);
        var clientIp = dice.Chance(75) ? $"{school.Network4}{habits.Between(1, 254)}" : $"{school.Network6}{habits.Between(1, 9)}{habits.Hex(3)}";
        var request = new Request(grader, dice.Uuid(), method, school.Link(path), browser, clientIp);
        if (path.StartsWith("/api/v1/", StringComparison.Ordinal) && dice.Chance(12))
        {
            var (userAgent, developerKey) = dice.Pick(s_programs);
            return request with { UserAgent = userAgent, DeveloperKeyId = school.GlobalId(developerKey) };
        }

        return request with
        {
            Referrer = dice.Chance(5) ? null : school.Link(page),
            SessionId = new Dice(unchecked((graderId * 1000) + school.Term.DayOf(time))).Hex(32),
            RealUserId = dice.Chance(4) ? school.AdministratorId : null,
        };
    }
}
