using System.Text.Json;

namespace WebhookReceiver;

/// <summary>The page with the latest gradings, and the same as JSON.</summary>
internal static class GradingEndpoints
{
    internal static void MapGradings(this WebApplication app)
    {
        app.MapGet("/", static (HttpRequest request, GradingStore store) =>
        {
            var query = GradingQuery.Of(request);
            return Results.Content(GradingPage.Of(query, store.Latest(query), store.Count()), "text/html; charset=utf-8");
        });
        app.MapGet("/style.css", static () => Results.Content(GradingPage.Style, "text/css; charset=utf-8"));
        app.MapGet("/api/grades", static (HttpRequest request, GradingStore store) =>
        {
            var gradings = store.Latest(GradingQuery.Of(request));
            var total = store.Count();
            return Results.Stream(body => WriteAsync(body, total, gradings), "application/json; charset=utf-8");
        });
    }

    /// <summary>Nothing from outside, no scripts, and no page around this one. Everything from a payload is escaped, too.</summary>
    internal static void UseSecurityHeaders(this WebApplication app) => app.Use(static (context, next) =>
    {
        context.Response.Headers.ContentSecurityPolicy = "default-src 'none'; style-src 'self'; img-src data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
        context.Response.Headers.XContentTypeOptions = "nosniff";
        context.Response.Headers["Referrer-Policy"] = "no-referrer";
        context.Response.Headers.CacheControl = "no-store";
        return next(context);
    });

    private static async Task WriteAsync(Stream body, long total, IReadOnlyList<Grading> gradings)
    {
        await using var json = new Utf8JsonWriter(body);
        json.WriteStartObject();
        json.WriteNumber("total", total);
        json.WriteStartArray("grades");
        foreach (var grading in gradings)
        {
            Write(json, grading);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    /// <summary>With the names of <c>grade-events inspect --format json</c>.</summary>
    private static void Write(Utf8JsonWriter json, Grading grading)
    {
        json.WriteStartObject();
        json.WriteString("time", grading.Time);
        json.WriteString("format", grading.Format);
        json.WriteString("course", grading.Course);
        json.WriteString("student", grading.Student);
        json.WriteString("student_sis_id", grading.StudentSisId);
        json.WriteString("assignment", grading.Assignment);
        json.WriteString("assignment_name", grading.AssignmentName);
        json.WriteString("submission", grading.Submission);
        json.WriteString("grader", grading.Grader);
        WriteBoolean("automatic", grading.Automatic);
        json.WriteString("previous_grade", grading.PreviousGrade);
        json.WriteString("grade", grading.Grade);
        WriteNumber("previous_score", grading.PreviousScore);
        WriteNumber("score", grading.Score);
        WriteNumber("points_possible", grading.PointsPossible);
        WriteBoolean("complete", grading.Complete);
        WriteBoolean("posted", grading.Posted);
        json.WriteEndObject();

        void WriteBoolean(string name, bool? value)
        {
            json.WritePropertyName(name);
            json.WriteRawValue(value is null ? "null" : value.Value ? "true" : "false");
        }

        // The text of a decimal is a JSON number, with all its digits.
        void WriteNumber(string name, string? value)
        {
            json.WritePropertyName(name);
            json.WriteRawValue(value ?? "null");
        }
    }
}
