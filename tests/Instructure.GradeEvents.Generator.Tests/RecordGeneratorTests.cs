using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Instructure.GradeEvents.Generator.Tests;

/// <summary>What the generator makes of a record, and what it says when a declaration is wrong.</summary>
public class RecordGeneratorTests
{
    /// <summary>As much of the library as the generator looks at.</summary>
    private const string Library = """
        #nullable enable
        namespace Instructure.GradeEvents
        {
            public abstract record PayloadObject;
        }
        namespace Instructure.GradeEvents.Serialization
        {
            [System.AttributeUsage(System.AttributeTargets.All)]
            internal sealed class MemberAttribute(string name) : System.Attribute
            {
                public string Name => name;
                public string? Codec { get; init; }
                public string? Items { get; init; }
                public bool IsLast { get; init; }
            }
            internal abstract class Codec<T>;
            internal static class Codecs
            {
                internal static readonly Codec<string> Text = null!;
                internal static readonly Codec<decimal> Number = null!;
                internal static readonly Codec<decimal> Score = null!;
            }
        }
        """;

    [Theory]
    [InlineData("[Member(\"a\")] public string? A { get; init; }", "A must be partial, or [Member] must be on the field behind it")]
    [InlineData("[Member(\"a\")] public partial string A { get; init; }", "A must be required when its type isn't nullable, and only then")]
    [InlineData("[Member(\"a\")] public required partial string? A { get; init; }", "A must be required when its type isn't nullable, and only then")]
    [InlineData("[Member(\"a\")] public partial object? A { get; init; }", "There is no codec for object?")]
    [InlineData("[Member(\"a\")] public partial decimal? A { get; init; }", "Name the codec: Codec = nameof(Codecs.Number or Codecs.Score)")]
    [InlineData("[Member(\"a\", Codec = \"None\")] public partial decimal? A { get; init; }", "There is no codec with the name None")]
    [InlineData("[Member(\"a\")] public partial System.Collections.Generic.IReadOnlyList<string>? A { get; init; }", "A must have Items when it is a list, and only then")]
    [InlineData("[Member(\"a\", Items = \"strings\")] public partial string? A { get; init; }", "A must have Items when it is a list, and only then")]
    public void A_wrong_declaration_is_an_error_that_says_what_is_wrong(string declaration, string message)
        => Run($"partial record R : PayloadObject {{ {declaration} }}").Errors.Should().Equal(message);

    [Fact]
    public void Two_members_of_one_name_are_told_at_each()
        => Run("partial record R : PayloadObject { [Member(\"a\")] public partial string? A { get; init; } [Member(\"a\")] public partial string? B { get; init; } }")
            .Errors.Should().Equal(Enumerable.Repeat("R has two members with the name \"a\"", 2));

    [Fact]
    public void A_record_that_is_not_partial_is_told()
        => Run("record R : PayloadObject { [Member(\"a\")] public partial string? A { get; init; } }").Errors.Should().Equal("R has members, so it must be partial");

    [Theory]
    [InlineData(64, 0)]
    [InlineData(65, 1)]
    public void There_are_at_most_64_members(int count, int errors)
    {
        var members = Enumerable.Range(1, count).Select(static i => $"[Member(\"m{i}\")] public partial string? M{i} {{ get; init; }}");

        Run($"partial record R : PayloadObject {{ {string.Concat(members)} }}").Errors.Should().Equal(Enumerable.Repeat("R has 65 members; there can be 64", errors));
    }

    [Fact]
    public void Members_stand_in_the_order_of_base_own_and_last()
    {
        var source = Run("""
            abstract partial record Base : PayloadObject
            {
                [Member("last", IsLast = true)] public partial string? Last { get; init; }
                [Member("first")] public partial string? First { get; init; }
            }
            partial record R : Base
            {
                [Member("own", Codec = "Score")] public required partial decimal Own { get; init; }
            }
            """).Sources["R.g.cs"];

        source.Should().Contain("new(0, \"first\", isRequired: false)").And.Contain("new(1, \"own\", isRequired: true)").And.Contain("new(2, \"last\", isRequired: false)")
            .And.Contain("1 => HasValue(_own = Codecs.Score.Read(ref json)),");
    }

    [Fact]
    public void Two_runs_write_the_same()
    {
        const string Record = "partial record R : PayloadObject { [Member(\"a\")] public partial string? A { get; init; } }";

        Run(Record).Sources.Should().Equal(Run(Record).Sources);
    }

    private static (List<string> Errors, Dictionary<string, string> Sources) Run(string records)
    {
        var references = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Select(static path => MetadataReference.CreateFromFile(path));
        var options = new CSharpParseOptions(LanguageVersion.Preview);
        var source = $"#nullable enable\nusing Instructure.GradeEvents;\nusing Instructure.GradeEvents.Serialization;\nnamespace Instructure.GradeEvents.Caliper;\n{records}";
        var compilation = CSharpCompilation.Create("Records", [CSharpSyntaxTree.ParseText(Library, options), CSharpSyntaxTree.ParseText(source, options)], references, new(OutputKind.DynamicallyLinkedLibrary));
        var result = CSharpGeneratorDriver.Create([new RecordGenerator().AsSourceGenerator()], parseOptions: options).RunGenerators(compilation).GetRunResult().Results.Single();
        result.Exception.Should().BeNull();
        return ([.. result.Diagnostics.Select(static diagnostic => diagnostic.GetMessage(System.Globalization.CultureInfo.InvariantCulture))], result.GeneratedSources.ToDictionary(static file => file.HintName, static file => file.SourceText.ToString(), StringComparer.Ordinal));
    }
}
