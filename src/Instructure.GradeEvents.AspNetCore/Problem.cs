using System.Buffers;
using System.Text.Json;
using Instructure.GradeEvents.Validation;
using Microsoft.AspNetCore.Http;

namespace Instructure.GradeEvents.AspNetCore;

/// <summary>Answers with a problem in JSON (RFC 9457).</summary>
internal static class Problem
{
    /// <summary>How many issues are listed: nobody reads more.</summary>
    private const int MostIssues = 20;

    internal static async Task WriteAsync(HttpContext context, int status, string title, IReadOnlyList<ValidationIssue>? issues = null)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteString("type"u8, "about:blank"u8);
            json.WriteString("title"u8, title);
            json.WriteNumber("status"u8, status);
            if (issues is not null)
            {
                json.WriteStartArray("issues"u8);
                foreach (var issue in issues.Take(MostIssues))
                {
                    Write(json, issue);
                }

                json.WriteEndArray();
            }

            json.WriteEndObject();
        }

        context.Response.StatusCode = status;
        context.Response.ContentType = "application/problem+json";
        context.Response.ContentLength = buffer.WrittenCount;
        await context.Response.Body.WriteAsync(buffer.WrittenMemory, context.RequestAborted).ConfigureAwait(false);
    }

    private static void Write(Utf8JsonWriter json, ValidationIssue issue)
    {
        json.WriteStartObject();
        json.WriteString("severity"u8, issue.Severity == ValidationSeverity.Error ? "error"u8 : "warning"u8);
        json.WriteString("code"u8, issue.Code);
        json.WriteString("path"u8, issue.Path);
        json.WriteNumber("line"u8, issue.Line);
        json.WriteNumber("column"u8, issue.Column);
        json.WriteString("message"u8, issue.Message);
        json.WriteEndObject();
    }
}
