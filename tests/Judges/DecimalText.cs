using System.Globalization;

namespace Instructure.GradeEvents.Judges;

/// <summary>A number of JSON to the last digit, however it is written: two are equal when they are the same number.</summary>
/// <param name="IsNegative">Whether it is less than zero.</param>
/// <param name="Digits">Its digits without zeros before and behind them; none for zero.</param>
/// <param name="Exponent">The power of ten of the last digit.</param>
internal sealed record DecimalText(bool IsNegative, string Digits, long Exponent)
{
    public bool IsWhole => Exponent >= 0;

    /// <summary>How many digits a whole number has.</summary>
    public long Length => Digits.Length + Exponent;

    private string Sign => IsNegative ? "-" : string.Empty;

    public static DecimalText Of(string text)
    {
        var parts = text.TrimStart('-').Split('e', 'E');
        var point = parts[0].IndexOf('.', StringComparison.Ordinal);
        var all = parts[0].Replace(".", string.Empty, StringComparison.Ordinal).TrimStart('0');
        var digits = all.TrimEnd('0');
        if (digits.Length == 0)
        {
            return new(IsNegative: false, string.Empty, 0);
        }

        var exponent = parts.Length == 1 ? 0 : long.Parse(parts[1], CultureInfo.InvariantCulture);
        return new(text[0] == '-', digits, exponent - (point < 0 ? 0 : parts[0].Length - point - 1) + all.Length - digits.Length);
    }

    public string ToInteger() => Digits.Length == 0 ? "0" : Sign + Digits + new string('0', (int)Exponent);

    public string ToScientific() => string.Create(CultureInfo.InvariantCulture, $"{Sign}{Digits}e{Exponent}");
}
