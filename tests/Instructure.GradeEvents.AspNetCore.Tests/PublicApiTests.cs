using Instructure.GradeEvents.Tests.Support;

namespace Instructure.GradeEvents.AspNetCore.Tests;

/// <summary>What users of the package see: every change of it must show here.</summary>
public class PublicApiTests
{
    [Fact]
    public void Public_types_and_members() => Snapshot.Verify(PublicApi.Of(typeof(GradeEventHandler).Assembly));

    [Fact]
    public void It_depends_on_Microsoft_and_on_us_alone()
        => typeof(GradeEventHandler).Assembly.GetReferencedAssemblies().Select(static assembly => assembly.Name)
            .Should().OnlyContain(static name => name!.StartsWith("Microsoft.", StringComparison.Ordinal) || name.StartsWith("System.", StringComparison.Ordinal) || name.StartsWith("Instructure.GradeEvents", StringComparison.Ordinal));
}
