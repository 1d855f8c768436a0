using System.Globalization;
using Instructure.GradeEvents;

namespace WebhookReceiver;

/// <summary>What is searched for.</summary>
internal sealed record GradingQuery(string? Student, string? Course, int Limit)
{
    private const int DefaultLimit = 100;
    private const int MaxLimit = 1000;

    /// <summary>The id in full, as it is stored; what is no id is searched for as it is.</summary>
    internal string? StudentId => IdOf(Student);

    internal string? CourseId => IdOf(Course);

    internal static GradingQuery Of(HttpRequest request) => new(
        Text(request, "student"),
        Text(request, "course"),
        int.TryParse(request.Query["limit"], NumberStyles.None, CultureInfo.InvariantCulture, out var limit) ? Math.Clamp(limit, 1, MaxLimit) : DefaultLimit);

    private static string? Text(HttpRequest request, string name) => request.Query[name].ToString().Trim() is { Length: > 0 } text ? text : null;

    private static string? IdOf(string? text) => CanvasId.TryParse(text, out var id) ? id.ToString("D") : text;
}
