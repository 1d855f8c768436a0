using System.Globalization;

namespace Instructure.GradeEvents.Tests.Gradings;

/// <summary>What the gradebook's text is.</summary>
public class GradeTests
{
    public static TheoryData<string?, GradeKind, string?> Texts => new()
    {
        { "5", GradeKind.Points, "5" },
        { "8.5", GradeKind.Points, "8.5" },
        { "-2", GradeKind.Points, "-2" },
        { "1e-7", GradeKind.Points, "0.0000001" },
        { "1E2", GradeKind.Points, "100" },
        { "0", GradeKind.Points, "0" },
        { "-0", GradeKind.Points, "0" },
        { " 7\t", GradeKind.Points, "7" },
        { "87.5%", GradeKind.Percent, "87.5" },
        { " 87.5 % ", GradeKind.Percent, "87.5" },
        { "-1e1%", GradeKind.Percent, "-10" },
        { "A-", GradeKind.Letter, null },
        { "B+ (late)", GradeKind.Letter, null },
        { "8,5", GradeKind.Letter, null },
        { "05", GradeKind.Letter, null },
        { "+5", GradeKind.Letter, null },
        { ".5", GradeKind.Letter, null },
        { "5.", GradeKind.Letter, null },
        { "1e", GradeKind.Letter, null },
        { "1e+", GradeKind.Letter, null },
        { "-", GradeKind.Letter, null },
        { "%", GradeKind.Letter, null },
        { "5%%", GradeKind.Letter, null },
        { "٥", GradeKind.Letter, null },
        { "1 000", GradeKind.Letter, null },
        { "NaN", GradeKind.Letter, null },
        { "1e400", GradeKind.Letter, null },
        { "79228162514264337593543950336", GradeKind.Letter, null },
        { "complete", GradeKind.Complete, null },
        { " Complete ", GradeKind.Complete, null },
        { "INCOMPLETE", GradeKind.Incomplete, null },
        { "pass", GradeKind.Pass, null },
        { "Fail", GradeKind.Fail, null },
        { "passed", GradeKind.Letter, null },
        { string.Empty, GradeKind.None, null },
        { "  ", GradeKind.None, null },
        { null, GradeKind.None, null },
    };

    [Theory]
    [MemberData(nameof(Texts))]
    public void A_grade_knows_what_it_is(string? text, GradeKind kind, string? number)
    {
        foreach (var culture in new[] { "sv-SE", "de-DE", "tr-TR", "ar-SA" })
        {
            var before = CultureInfo.CurrentCulture;
            try
            {
                CultureInfo.CurrentCulture = new(culture);
                var grade = new Grade(text);

                grade.Kind.Should().Be(kind);
                grade.Number.Should().Be(number is null ? null : decimal.Parse(number, CultureInfo.InvariantCulture));
                grade.Text.Should().Be(text);
                grade.ToString().Should().Be(text ?? string.Empty);
            }
            finally
            {
                CultureInfo.CurrentCulture = before;
            }
        }
    }

    [Theory]
    [InlineData("5", "5.0", true)]
    [InlineData("5", "50e-1", true)]
    [InlineData("99", "9.9e+1", true)]
    [InlineData("5", "5e", false)]
    [InlineData("5", "5%", false)]
    [InlineData("5", "6", false)]
    [InlineData("87.5%", "87.50 %", true)]
    [InlineData("A-", " A- ", true)]
    [InlineData("A-", "a-", false)]
    [InlineData("A", "A-", false)]
    [InlineData("complete", "Complete", true)]
    [InlineData("complete", "incomplete", false)]
    [InlineData(null, " ", true)]
    [InlineData(null, "0", false)]
    public void Grades_are_equal_by_what_they_say(string? left, string? right, bool areEqual)
    {
        var (one, other) = (new Grade(left), new Grade(right));

        one.Equals(other).Should().Be(areEqual);
        one.Equals((object)other).Should().Be(areEqual);
        (one == other).Should().Be(areEqual);
        (one != other).Should().Be(!areEqual);
        if (areEqual)
        {
            one.GetHashCode().Should().Be(other.GetHashCode());
        }
    }

    [Fact]
    public void The_default_is_no_grade()
    {
        default(Grade).Should().Be(new Grade(null));
        default(Grade).Kind.Should().Be(GradeKind.None);
        default(Grade).GetHashCode().Should().Be(new Grade(null).GetHashCode());
    }
}
