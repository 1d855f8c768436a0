namespace Instructure.GradeEvents.Tool.Samples;

/// <summary>An institution: a root account of Canvas, with the courses of one term.</summary>
/// <param name="Host">The host of its Canvas.</param>
/// <param name="Shard">The shard that all its ids are on.</param>
/// <param name="RootAccountUuid">The UUID of the root account.</param>
/// <param name="RootAccountLtiGuid">The LTI GUID of the root account.</param>
/// <param name="TimeZone">The time zone of those who work there.</param>
/// <param name="Network4">What IPv4 addresses there begin with: a network that RFC 5737 reserves for documentation.</param>
/// <param name="Network6">What IPv6 addresses there begin with: a network inside of the one of RFC 3849.</param>
/// <param name="Term">The term.</param>
/// <param name="Courses">Its courses.</param>
internal sealed record School(
    string Host,
    int Shard,
    string RootAccountUuid,
    string RootAccountLtiGuid,
    string TimeZone,
    string Network4,
    string Network6,
    Term Term,
    params Course[] Courses)
{
    /// <summary>The local ids of the grading periods; empty when the school has none.</summary>
    internal IReadOnlyList<long> GradingPeriods { get; init; } = [];

    /// <summary>Whether its events leave out what is null.</summary>
    internal bool IsCompact { get; init; }

    /// <summary>Whether it runs Canvas itself, whose events come by a Kinesis stream.</summary>
    internal bool IsSelfHosted { get; init; }

    internal CanvasId RootAccountId => GlobalId(1);

    /// <summary>Who masquerades as a teacher to help.</summary>
    internal CanvasId AdministratorId => GlobalId(3);

    /// <summary>The id of the account in Caliper, also its sensor. It says http, although all links are https.</summary>
    internal string AccountUrl => $"http://{Host}/";

    internal CanvasId GlobalId(long localId) => new(Shard, localId);

    internal string Link(string path) => $"https://{Host}{path}";
}
