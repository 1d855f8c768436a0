using System.Reflection;
using System.Text.RegularExpressions;
using Instructure.GradeEvents.Tests.Support;

namespace Instructure.GradeEvents.Validation.Tests;

/// <summary>The codes, as programs compare them.</summary>
public class IssueCodesTests
{
    private static readonly string[] s_codes = [.. typeof(IssueCodes).GetFields(BindingFlags.Public | BindingFlags.Static).Select(static field => (string)field.GetRawConstantValue()!)];

    [Fact]
    public void A_code_is_its_name_in_kebab_case()
    {
        s_codes.Should().OnlyHaveUniqueItems().And.HaveCountGreaterThan(20);
        foreach (var field in typeof(IssueCodes).GetFields())
        {
            Regex.Replace(field.Name, "(?<!^)(?=[A-Z])", "-", RegexOptions.None, TimeSpan.FromSeconds(1)).ToLowerInvariant().Should().Be((string)field.GetRawConstantValue()!);
        }
    }

    [Fact]
    public void The_documentation_lists_all_of_them()
    {
        var table = File.ReadAllText(Repository.PathOf("docs", "validating.md")).Split("| code | what is wrong |")[1].Split("\n\n")[0];

        Regex.Matches(string.Concat(table.Split('\n').Skip(2).Select(static row => row.Split('|')[1])), "`(?<code>[a-z-]+)`", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1))
            .Select(static match => match.Groups["code"].Value).Should().BeEquivalentTo(s_codes);
    }
}
