using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using Instructure.GradeEvents;

namespace WebhookReceiver;

/// <summary>The page with the latest gradings. It is made here, without scripts; every text goes through the encoder.</summary>
internal static class GradingPage
{
    internal const string Style = """
        :root { color-scheme: light dark; --line: color-mix(in srgb, currentcolor 18%, transparent); --dim: color-mix(in srgb, currentcolor 65%, transparent); --accent: #0b6bcb; }
        * { box-sizing: border-box; }
        body { font: 16px/1.5 system-ui, sans-serif; margin: 0 auto; max-width: 90rem; padding: 1.5rem; }
        h1 { font-size: 1.5rem; margin: 0; }
        p { color: var(--dim); margin: .25rem 0 1.25rem; }
        form { display: flex; flex-wrap: wrap; gap: .75rem; align-items: end; margin-bottom: 1.25rem; }
        label { display: grid; gap: .2rem; font-size: .875rem; }
        input, button { font: inherit; padding: .4rem .6rem; border: 1px solid var(--line); border-radius: .4rem; min-width: 0; }
        button { background: var(--accent); color: white; border-color: transparent; cursor: pointer; }
        :focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
        .scroll { overflow-x: auto; }
        table { border-collapse: collapse; width: 100%; font-size: .9375rem; font-variant-numeric: tabular-nums; }
        caption { text-align: left; color: var(--dim); padding-bottom: .5rem; }
        th, td { text-align: left; padding: .5rem .6rem; border-bottom: 1px solid var(--line); vertical-align: top; overflow-wrap: anywhere; }
        th { font-size: .8125rem; color: var(--dim); white-space: nowrap; }
        td small { display: block; color: var(--dim); }
        small small { font-size: inherit; color: inherit; }
        td.time { white-space: nowrap; }
        td.grade b, .id { white-space: nowrap; }
        @media (max-width: 48rem) {
          thead { position: absolute; clip-path: inset(50%); }
          tr { display: block; border: 1px solid var(--line); border-radius: .5rem; margin-bottom: .75rem; padding: .25rem 0; }
          td { display: grid; grid-template-columns: 7rem 1fr; gap: .5rem; border: 0; padding: .25rem .75rem; }
          td::before { content: attr(data-label); color: var(--dim); font-size: .8125rem; }
        }

        """;

    internal static string Of(GradingQuery query, IReadOnlyList<Grading> gradings, long total)
    {
        var page = new StringBuilder();
        page.Append(CultureInfo.InvariantCulture, $"""
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>Latest gradings</title>
            <link rel="stylesheet" href="/style.css">
            <link rel="icon" href="data:,">
            </head>
            <body>
            <header>
            <h1>Latest gradings</h1>
            <p>{Counted(total)} received from Canvas. <a href="/api/grades">The same as JSON</a></p>
            </header>
            <main>
            <form method="get" action="/" role="search">
            <label>Student <input name="student" value="{Text(query.Student)}" placeholder="id or SIS id" autocomplete="off"></label>
            <label>Course <input name="course" value="{Text(query.Course)}" placeholder="id" autocomplete="off"></label>
            <button type="submit">Search</button>
            </form>
            <div class="scroll" tabindex="0" role="region" aria-label="Gradings">
            <table>
            <caption>{Caption(query, gradings.Count)}</caption>
            <thead><tr><th scope="col">Time (UTC)</th><th scope="col">Student</th><th scope="col">Course</th><th scope="col">Assignment</th><th scope="col">Grade</th><th scope="col">Points</th><th scope="col">Graded by</th></tr></thead>
            <tbody>

            """);
        foreach (var grading in gradings)
        {
            page.Append(CultureInfo.InvariantCulture, $"""
                <tr><td class="time" data-label="Time (UTC)"><time datetime="{Text(grading.Time)}">{Text(grading.Time.Replace('T', ' ').TrimEnd('Z'))}</time></td>
                <td data-label="Student"><span>{Id(grading.Student)}{Small(grading.StudentSisId)}</span></td>
                <td data-label="Course">{Id(grading.Course)}</td>
                <td data-label="Assignment">{(grading.AssignmentName is null ? Id(grading.Assignment) : $"<span>{Text(grading.AssignmentName)} <small>{Id(grading.Assignment)}</small></span>")}</td>
                <td class="grade" data-label="Grade"><span>{(grading.PreviousGrade is null ? null : $"{Text(grading.PreviousGrade)} → ")}<b>{Text(grading.Grade ?? "none")}</b></span></td>
                <td data-label="Points">{Text(grading.Score ?? "–")}{(grading.PointsPossible is null ? null : $" of {Text(grading.PointsPossible)}")}</td>
                <td data-label="Graded by">{(grading.Automatic == true ? "automatic" : grading.Grader is null ? "unknown" : Id(grading.Grader))}</td></tr>

                """);
        }

        return page.Append("""
            </tbody>
            </table>
            </div>
            </main>
            </body>
            </html>

            """).ToString();
    }

    private static string Caption(GradingQuery query, int shown)
        => shown == 0 ? query is { Student: null, Course: null } ? "Nothing has been received yet." : "Nothing was found."
            : shown == query.Limit ? $"The latest {Counted(shown)}"
            : Counted(shown);

    private static string Counted(long count) => string.Create(CultureInfo.InvariantCulture, $"{count} {(count == 1 ? "grading" : "gradings")}");

    /// <summary>An id in full and, if it is global, its short form.</summary>
    private static string Id(string? id)
        => id is null ? "–" : $"<span class=\"id\">{Text(id)}{(CanvasId.TryParse(id, out var parsed) && parsed.IsGlobal ? $"<small>{Text(parsed.ToString("S"))}</small>" : null)}</span>";

    private static string? Small(string? text) => text is null ? null : $"<small>{Text(text)}</small>";

    private static string Text(string? text) => HtmlEncoder.Default.Encode(text ?? string.Empty);
}
