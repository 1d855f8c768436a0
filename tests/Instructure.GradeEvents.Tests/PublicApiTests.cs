using System.Reflection;
using System.Runtime.Versioning;
using System.Xml.Linq;
using Instructure.GradeEvents.Tests.Support;

namespace Instructure.GradeEvents.Tests;

/// <summary>What users of the library see: every change of it must show here.</summary>
public class PublicApiTests
{
#if LIBRARY_NETSTANDARD
    private const string Framework = ".NETStandard,Version=v2.0";
    private const string Parameter = "netstandard";
#else
    private const string Framework = ".NETCoreApp,Version=v8.0";
    private const string Parameter = "net";
#endif

    private static readonly Assembly s_library = typeof(LiveEvent).Assembly;

    [Fact]
    public void The_build_under_test_is_the_one_that_is_meant()
        => s_library.GetCustomAttribute<TargetFrameworkAttribute>()!.FrameworkName.Should().Be(Framework);

    [Fact]
    public void Public_types_and_members() => Snapshot.Verify(PublicApi.Of(s_library), Parameter);

    [Fact]
    public void The_library_depends_on_System_Text_Json_and_the_framework_alone()
        => s_library.GetReferencedAssemblies().Select(assembly => assembly.Name).Should()
            .OnlyContain(name => name!.StartsWith("System.", StringComparison.Ordinal) || name == "netstandard" || name == "Microsoft.Bcl.AsyncInterfaces");

    [Fact]
    public void Every_property_of_a_record_says_what_it_means_and_where_that_is_written()
    {
        var documentation = XDocument.Load(Path.ChangeExtension(s_library.Location, ".xml")).Descendants("member")
            .ToDictionary(member => member.Attribute("name")!.Value);
        var records = s_library.GetExportedTypes().Where(type => type.Namespace is "Instructure.GradeEvents.Caliper" or "Instructure.GradeEvents.Canvas").ToArray();
        records.Should().HaveCountGreaterThan(30);
        foreach (var type in records)
        {
            var summary = documentation["T:" + type.FullName];
            summary.Element("remarks")?.Value.Should().MatchRegex("Source:\\s", "of {0}", type.Name);
            foreach (var property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly))
            {
                var member = documentation[$"P:{type.FullName}.{property.Name}"];
                member.Element("summary")!.Value.Trim().Should().EndWith(".").And.NotBe(property.Name, "of {0}.{1}", type.Name, property.Name);
                member.Element("remarks")?.Value.Should().MatchRegex("(?s)Source:\\s.*(Caliper 1\\.1|Canvas)", "of {0}.{1}", type.Name, property.Name);
                member.Element("remarks")!.Value.TrimStart().Should().NotMatchRegex("^(Missing|Canvas does not send)", "the form comes first, of {0}.{1}", type.Name, property.Name);
                var isOptional = new NullabilityInfoContext().Create(property).ReadState == NullabilityState.Nullable;
                if (isOptional)
                {
                    member.Element("remarks")!.Value.Should().MatchRegex("[Mm]issing|[Nn]ull|not\\s+send|Always there|Nearly always|handed in", "of {0}.{1}", type.Name, property.Name);
                }
            }
        }
    }

    [Fact]
    public void Every_member_of_the_documented_formats_is_a_property()
    {
        foreach (var type in s_library.GetExportedTypes())
        {
            IReadOnlyList<Fact> facts;
            try
            {
                facts = Facts.Of(type.Name);
            }
            catch (KeyNotFoundException)
            {
                continue;
            }

            foreach (var fact in facts)
            {
                var name = string.Concat(fact.Name.TrimStart('@').Split('_').Select(word => char.ToUpperInvariant(word[0]) + word[1..]));
                var property = type.GetProperty(name);
                property.Should().NotBeNull("{0} has the member {1}", type.Name, fact.Name);
                var isNullable = new NullabilityInfoContext().Create(property!).ReadState == NullabilityState.Nullable;
                isNullable.Should().Be(!fact.Required, "of {0}.{1}", type.Name, fact.Name);
            }
        }
    }
}
