using System.Reflection;
using System.Runtime.Versioning;
using Instructure.GradeEvents.Tests.Support;

namespace Instructure.GradeEvents.Validation.Tests;

/// <summary>What users of the package see: every change of it must show here.</summary>
public class PublicApiTests
{
#if LIBRARY_NETSTANDARD
    private const string Framework = ".NETStandard,Version=v2.0";
#else
    private const string Framework = ".NETCoreApp,Version=v8.0";
#endif

    private static readonly Assembly s_library = typeof(GradeEventValidator).Assembly;

    [Fact]
    public void The_build_under_test_is_the_one_that_is_meant()
        => s_library.GetCustomAttribute<TargetFrameworkAttribute>()!.FrameworkName.Should().Be(Framework);

    [Fact]
    public void Public_types_and_members() => Snapshot.Verify(PublicApi.Of(s_library));

    [Fact]
    public void Types_of_the_engine_are_not_among_them()
        => s_library.GetExportedTypes().SelectMany(static type => type.GetMembers()).Select(static member => member.ToString())
            .Should().NotContain(static member => member!.Contains("Newtonsoft") || member.Contains("NJsonSchema"));
}
