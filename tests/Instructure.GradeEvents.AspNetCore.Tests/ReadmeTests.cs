using System.Net;
using System.Text.RegularExpressions;
using Instructure.GradeEvents.AspNetCore.Tests.Support;
using Instructure.GradeEvents.Tests.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Instructure.GradeEvents.AspNetCore.Tests;

/// <summary>The program of the package's README, compiled and run as it stands there but for the port and the options.</summary>
public partial class ReadmeTests
{
    [Fact]
    public void The_program_stands_in_this_file()
    {
        var program = Program().Match(File.ReadAllText(Repository.PathOf("src", "Instructure.GradeEvents.AspNetCore", "README.md"))).Groups["code"].Value;
        var source = Squeeze(File.ReadAllText(Repository.PathOf("tests", "Instructure.GradeEvents.AspNetCore.Tests", "ReadmeTests.cs")));

        foreach (var part in program.Split("\n\n")[1..].Select(static part => part.Replace("app.Run();", string.Empty, StringComparison.Ordinal)))
        {
            foreach (var line in part.Split('\n').Where(static line => line.Length > 0 && !line.StartsWith("var builder", StringComparison.Ordinal)))
            {
                source.Should().Contain(Squeeze(line));
            }
        }
    }

    [Fact]
    public async Task The_program()
    {
        var builder = WebApplication.CreateSlimBuilder();
        using var messages = new MessageRecorder(string.Empty);
        builder.Logging.ClearProviders().AddProvider(messages);
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddCanvasGradeEvents().AddHandler<MyHandler>();
        builder.Services.Configure<CanvasGradeEventOptions>(static options => options.RequireSignature = false);

        await using var app = builder.Build();
        app.MapCanvasGradeEvents("/canvas/events");
        await app.StartAsync();
        using var client = new HttpClient();
        using var content = new ByteArrayContent(Repository.Sample("grade-change-by-teacher.json"));
        using var response = await client.PostAsync(new Uri(app.Urls.Single() + "/canvas/events"), content);

        response.StatusCode.Should().Be(HttpStatusCode.NoContent);
        messages.All.Should().Contain(static message => message.Text.StartsWith("canvas-1:", StringComparison.Ordinal) && message.Text.EndsWith(": 8.5", StringComparison.Ordinal));
    }

    private static string Squeeze(string text) => Blanks().Replace(text, string.Empty);

    [GeneratedRegex("```csharp\n(?<code>.*?)```", RegexOptions.Singleline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Program();

    [GeneratedRegex(@"\s+", RegexOptions.None, 1000)]
    private static partial Regex Blanks();

#pragma warning disable CA1848, CA1873 // As a reader of the README would write it.
    public class MyHandler(ILogger<MyHandler> logger) : GradeEventHandler
    {
        public override Task OnSubmissionGradedAsync(SubmissionGraded graded, GradeEventDelivery delivery, CancellationToken cancellationToken)
        {
            logger.LogInformation("{Key}: {Grade}", graded.DeduplicationKey, graded.Grade); // store it: insert or ignore by the key
            return Task.CompletedTask;
        }
    }
#pragma warning restore CA1848, CA1873
}
