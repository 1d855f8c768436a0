using Microsoft.Extensions.Configuration;
using QueueWorker;

namespace Instructure.GradeEvents.Samples.Tests;

public class WorkerOptionsTests
{
    private const string Url = "https://sqs.eu-west-1.amazonaws.com/123456789012/grades";

    [Theory]
    [InlineData(null, null, null, null, "Sqs:QueueUrl is missing*")]
    [InlineData("grades", null, null, null, "Sqs:QueueUrl is missing*")]
    [InlineData(Url, null, null, null, null)]
    [InlineData(Url, "1", "0", "3", null)]
    [InlineData(Url, "0", null, null, "Sqs:Receivers*")]
    [InlineData(Url, null, "21", null, "Sqs:WaitSeconds*")]
    [InlineData(Url, null, null, "2", "Sqs:VisibilitySeconds*")]
    public void What_is_wrong_with_the_settings_is_told(string? url, string? receivers, string? wait, string? visibility, string? problem)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?> { ["QueueUrl"] = url, ["Receivers"] = receivers, ["WaitSeconds"] = wait, ["VisibilitySeconds"] = visibility }
            .Where(static setting => setting.Value is not null)).Build();
        var options = configuration.Get<WorkerOptions>() ?? new();

        if (problem is null)
        {
            options.Problem.Should().BeNull();
        }
        else
        {
            options.Problem.Should().Match(problem);
        }
    }
}
