using System.Globalization;
using System.Runtime.InteropServices;

namespace Instructure.GradeEvents;

/// <summary>A grade: its text in the gradebook, and what that means, such as 87.5 percent for <c>87.5%</c>.</summary>
/// <remarks>
/// <para>A number must be written as in JSON (<c>5</c>, <c>-2</c>, <c>1e-7</c>) and fit a decimal. Nothing is guessed: <c>8,5</c> and <c>05</c> are letter grades.
/// The case of words is ignored, and so are blanks around the text.</para>
/// <para>Two grades are equal when they have the same kind and the same number or, for letter grades, the same text without the blanks around it. The default
/// value means no grade. Source: Canvas event documentation, <c>grade</c> of <c>grade_change</c>.</para>
/// </remarks>
/// <example><code>new Grade("87.5%").Number // 87.5</code></example>
[StructLayout(LayoutKind.Auto)]
public readonly struct Grade : IEquatable<Grade>
{
    /// <summary>Makes a grade from its text.</summary>
    /// <param name="text">What the gradebook shows; null when there is no grade.</param>
    public Grade(string? text)
    {
        Text = text;
        (Kind, Number) = Read((text ?? string.Empty).Trim());
    }

    /// <summary>The exact text in the gradebook. Null when there is no grade.</summary>
    public string? Text { get; }

    /// <summary>What the text means: points, a percentage, a letter grade or a word.</summary>
    public GradeKind Kind { get; }

    /// <summary>The points, or the percentage as a number: 87.5 for <c>87.5%</c>. Null for any other kind.</summary>
    public decimal? Number { get; }

    /// <summary>Whether two grades are the same.</summary>
    /// <param name="left">One grade.</param>
    /// <param name="right">The other.</param>
    /// <returns>True when kind and number, or text, are equal.</returns>
    public static bool operator ==(Grade left, Grade right) => left.Equals(right);

    /// <summary>Whether two grades are different.</summary>
    /// <param name="left">One grade.</param>
    /// <param name="right">The other.</param>
    /// <returns>True when kind, number or text differ.</returns>
    public static bool operator !=(Grade left, Grade right) => !left.Equals(right);

    /// <inheritdoc/>
    public bool Equals(Grade other)
        => Kind == other.Kind && Number == other.Number && (Kind != GradeKind.Letter || string.Equals(Text!.Trim(), other.Text!.Trim(), StringComparison.Ordinal));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Grade other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => Kind == GradeKind.Letter ? StringComparer.Ordinal.GetHashCode(Text!.Trim()) : (Kind, Number).GetHashCode();

    /// <summary>The text in the gradebook.</summary>
    /// <returns>The exact text; empty when there is no grade.</returns>
    public override string ToString() => Text ?? string.Empty;

    private static (GradeKind Kind, decimal? Number) Read(string text)
    {
        if (text.Length == 0)
        {
            return (GradeKind.None, null);
        }

        var isPercent = text[text.Length - 1] == '%';
        if (TryReadNumber(isPercent ? text.Substring(0, text.Length - 1).TrimEnd() : text, out var number))
        {
            return (isPercent ? GradeKind.Percent : GradeKind.Points, number);
        }

        return (Is("complete") ? GradeKind.Complete : Is("incomplete") ? GradeKind.Incomplete : Is("pass") ? GradeKind.Pass : Is("fail") ? GradeKind.Fail : GradeKind.Letter, null);

        bool Is(string word) => string.Equals(text, word, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Numbers as JSON writes them, which is less than what a decimal parses.</summary>
    private static bool TryReadNumber(string text, out decimal number)
    {
        number = 0;
        var rest = text.AsSpan();
        rest = rest.Slice(rest.Length > 0 && rest[0] == '-' ? 1 : 0);
        var digits = CountDigits(rest);
        if (digits == 0 || (digits > 1 && rest[0] == '0'))
        {
            return false;
        }

        rest = rest.Slice(digits);
        if (rest.Length > 0 && rest[0] == '.')
        {
            var fraction = CountDigits(rest.Slice(1));
            if (fraction == 0)
            {
                return false;
            }

            rest = rest.Slice(1 + fraction);
        }

        if (rest.Length > 0 && rest[0] is 'e' or 'E')
        {
            rest = rest.Slice(rest.Length > 1 && rest[1] is '+' or '-' ? 2 : 1);
            rest = rest.IsEmpty || CountDigits(rest) != rest.Length ? "e".AsSpan() : default;
        }

        return rest.IsEmpty && decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out number);
    }

    private static int CountDigits(ReadOnlySpan<char> text)
    {
        var count = 0;
        while (count < text.Length && text[count] is >= '0' and <= '9')
        {
            count++;
        }

        return count;
    }
}
