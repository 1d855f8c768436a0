using Instructure.GradeEvents.Tests.Support;

namespace Instructure.GradeEvents.Samples.Tests;

/// <summary>Each sample can be copied alone, and so has its own files for what both do: these are the same.</summary>
public class SharedFilesTests
{
    [Theory]
    [InlineData("Grading.cs")]
    [InlineData("GradingStore.cs")]
    [InlineData("IGradingStore.cs")]
    [InlineData("MessageContent.cs")]
    [InlineData("StoreFailure.cs")]
    public void The_files_of_both_samples_differ_by_their_namespace_alone(string name)
        => TextOf("LambdaHandler", name).Should().Be(TextOf("QueueWorker", name));

    [Fact]
    public void A_row_is_that_of_the_receiver() => TextOf("WebhookReceiver", "Grading.cs").Should().Be(TextOf("QueueWorker", "Grading.cs"));

    private static string TextOf(string sample, string name)
        => File.ReadAllText(Repository.PathOf("samples", sample, name)).Replace($"namespace {sample};", "namespace;", StringComparison.Ordinal);
}
