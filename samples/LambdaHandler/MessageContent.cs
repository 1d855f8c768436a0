using Instructure.GradeEvents;
using Instructure.GradeEvents.Canvas;
using Instructure.GradeEvents.Validation;

namespace LambdaHandler;

/// <summary>What is in a message: the gradings to be stored, and what is wrong with its events.</summary>
/// <remarks>Events that are not about grades, and those of courses, have no gradings, and nothing is wrong with them.</remarks>
/// <param name="Gradings">Those of its valid events.</param>
/// <param name="Key">The key of the first event that is wrong, or else of the first event; null when it can't be read.</param>
/// <param name="Issues">What is wrong, each with its place in the message.</param>
internal sealed record MessageContent(IReadOnlyList<Grading> Gradings, string? Key, IReadOnlyList<string> Issues)
{
    private const int MostIssues = 10;

    private static readonly GradeEventValidator s_validator = new(new() { IgnoreUnknownEvents = true });

    internal bool IsValid => Issues.Count == 0;

    internal static MessageContent Of(IEnumerable<UnwrappedEvent> events)
    {
        var (gradings, issues) = (new List<Grading>(), new List<string>());
        (string? key, string? wrongKey) = (null, null);
        foreach (var unwrapped in events)
        {
            var found = Check(unwrapped);
            if (found is { Count: 0 } && TryRead(unwrapped, out var liveEvent))
            {
                key ??= liveEvent.DeduplicationKey;
                var format = liveEvent is CanvasEvent ? "canvas" : "caliper";
                gradings.AddRange(SubmissionGraded.From(liveEvent).Select(graded => Grading.Of(graded, format)));
            }
            else if (found is { Count: > 0 })
            {
                wrongKey ??= TryRead(unwrapped, out var wrong) ? wrong.DeduplicationKey : null;
                issues.AddRange(found.Select(issue => unwrapped.Path.Length == 0 ? issue : $"in {unwrapped.Path}: {issue}").Take(MostIssues - issues.Count));
            }
        }

        return new(gradings, issues.Count > 0 ? wrongKey : key, issues);
    }

    /// <summary>What is wrong with the event; null when it is not about grades.</summary>
    private static IReadOnlyList<string>? Check(UnwrappedEvent unwrapped)
    {
        if (unwrapped.Error is { } error)
        {
            return [error.Message];
        }

        var report = s_validator.Validate(unwrapped.Utf8Json.Span);
        return report.IsIgnored ? null
            : report.IsValid ? []
            : [.. report.Issues.Where(static issue => issue.Severity == ValidationSeverity.Error).Select(static issue => issue.ToString())];
    }

    private static bool TryRead(UnwrappedEvent unwrapped, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out LiveEvent? liveEvent)
        => GradeEventSerializer.TryDeserialize(unwrapped.Utf8Json.Span, out liveEvent, out _);
}
