using Instructure.GradeEvents.SchemaCompiler.Tests.Support;

namespace Instructure.GradeEvents.SchemaCompiler.Tests;

/// <summary>The command line.</summary>
public sealed class UsageTests : CompilerTest
{
    [Theory]
    [InlineData("--chekc")]
    [InlineData("--root")]
    [InlineData("--check", "schemas")]
    public void What_it_does_not_understand(params string[] arguments)
        => RunAs(arguments).Should().Be(new CompilerResult(2, string.Empty, "usage: dotnet run --project src/Instructure.GradeEvents.SchemaCompiler [-- [--check] [--root DIR]]\n"));

    [Fact]
    public void A_folder_without_a_source()
        => Run("--check").Should().Be(new CompilerResult(2, string.Empty, $"There is no folder schemas/source in {Root}.\n"));
}
