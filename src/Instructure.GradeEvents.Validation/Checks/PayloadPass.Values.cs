using System.Buffers;
using System.Globalization;
using System.Text.Json;
using Instructure.GradeEvents.Documents;
using Instructure.GradeEvents.Validation.Documents;
using Instructure.GradeEvents.Validation.Schemas;

namespace Instructure.GradeEvents.Validation.Checks;

/// <content>Texts, numbers and arrays.</content>
internal ref partial struct PayloadPass
{
    private TextSlice JudgeText(ValueRule rule)
    {
        var text = new TextSlice(Offset + 1, _json.ValueSpan.Length, _json.ValueIsEscaped);
        if (!IsUnicode(text))
        {
            AddOfJson(IssueCodes.MalformedJson, _path.Depth, Offset, NotUnicode);
            return default;
        }

        if (rule.Text is not { } expected)
        {
            if (!rule.IsAny)
            {
                FailType(rule, Offset);
                return default;
            }

            return text;
        }

        if (expected.Pattern is { } pattern)
        {
            if (!IsMatch(pattern))
            {
                FailText(IssueCodes.Pattern, expected);
                return default;
            }
        }
        else if (expected.OneOf is { } oneOf && oneOf.Find(Unescaped(text)) < 0)
        {
            FailText(IssueCodes.Enum, expected);
            return default;
        }
        else if (expected.Vocabulary is { } vocabulary && !vocabulary.IsKnown(Unescaped(text)))
        {
            if (_faults.Wants(ValidationSeverity.Warning, IssueCodes.UnknownTerm))
            {
                AddWarning(IssueCodes.UnknownTerm, Pointer(_path.Depth), Offset, $"{_path.Subject(_utf8)} is {Quote.Of(text.ToShortText(_utf8))}, which is not {vocabulary.Expected}.");
            }
        }

        return text;
    }

    private readonly bool IsMatch(TextPattern pattern)
    {
        if (!_json.ValueIsEscaped && pattern.IsPlain(_json.ValueSpan))
        {
            return true;
        }

        var length = _json.ValueSpan.Length;
        if (length > MostBytesOfCharacter * pattern.MaxLength)
        {
            return false;
        }

        // As many UTF-16 code units as there are bytes, at most.
        if (length <= _buffers.Chars.Length)
        {
            return pattern.IsMatch(_buffers.Chars.AsSpan(0, _json.CopyString(_buffers.Chars)));
        }

        var chars = ArrayPool<char>.Shared.Rent(length);
        var isMatch = pattern.IsMatch(chars.AsSpan(0, _json.CopyString(chars)));
        ArrayPool<char>.Shared.Return(chars);
        return isMatch;
    }

    private void JudgeNumber(ValueRule rule)
    {
        if (rule.Number is not { } expected)
        {
            if (!rule.IsAny)
            {
                FailType(rule, Offset);
            }

            return;
        }

        var written = _json.ValueSpan;
        var isSafe = written.Length < expected.SafeLength && written.IndexOfAny((byte)'e', (byte)'E') < 0 && !(expected.IsInteger && written.IndexOf((byte)'.') >= 0);
        if (!isSafe)
        {
            JudgeUnusualNumber(rule, expected);
        }
    }

    /// <summary>
    /// Judges a number that may be out of its bounds, or no integer. It is an integer if it is one as a decimal, which the records have, and as a floating-point number,
    /// which other validators have.
    /// </summary>
    private void JudgeUnusualNumber(ValueRule rule, NumberRule expected)
    {
        bool isWhole, isBelow, isAbove;
        if (_json.TryGetDecimal(out var number))
        {
            isWhole = _json.TryGetInt64(out _) || (decimal.Truncate(number) == number && Math.Truncate(Double()) == Double());
            isBelow = number < expected.Minimum;
            isAbove = number > expected.Maximum;
        }
        else
        {
            isWhole = true; // what is too large for a decimal has no fraction
            isBelow = Double() < (double)expected.Minimum;
            isAbove = Double() > (double)expected.Maximum;
        }

        if (expected.IsInteger && !isWhole)
        {
            FailType(rule, Offset);
        }
        else if (isBelow || isAbove)
        {
            var bound = isBelow ? $"at least {Invariant(expected.Minimum)}" : $"at most {Invariant(expected.Maximum)}";
            AddError(isBelow ? IssueCodes.Minimum : IssueCodes.Maximum, Pointer(_path.Depth), Offset, $"{_path.Subject(_utf8)} must be {bound}; found {Quote.OfNumber(_json.ValueSpan)}.");
        }

        static string Invariant(decimal value) => value.ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>The number as a double; the largest or the smallest one when it is beyond them.</summary>
    private readonly double Double()
        => _json.TryGetDouble(out var value) && Math.Abs(value) <= double.MaxValue ? value
            : _json.ValueSpan[0] == '-' ? double.MinValue
            : double.MaxValue;

    private void JudgeList(ValueRule rule, Place place)
    {
        var (start, depth) = (Offset, _path.Depth);
        var expected = rule.List;
        var items = Place.None;
        if (expected is null)
        {
            if (!rule.IsAny)
            {
                FailType(rule, start);
            }
        }
        else if (expected.ByLength is { } byLength)
        {
            expected = RuleByLength(byLength, start);
        }

        if (place is Place.Data || Places.IsEntity(place))
        {
            items = place is Place.Data ? Place.Data : Place.Entity;
        }

        var hasFault = false;
        var index = 0;
        _path.Depth = depth;
        while (!_isTooDeep && _json.Read() && _json.TokenType != JsonTokenType.EndArray)
        {
            _path.EnterItem(depth, index);
            hasFault |= !Judge(expected?.Item(index) ?? ValueRule.Any, items).IsThere;
            _path.Depth = depth;
            index++;
        }

        if (_isTooDeep)
        {
            return;
        }

        if (expected is not null && index < expected.MinItems)
        {
            FailMinItems(expected.MinItems, index, start);
        }

        if (expected?.Items?.Object is { HasEvents: true })
        {
            _items = index;
        }

        if (place == Place.Roles && index > 0 && !hasFault)
        {
            _buffers.Kept[(int)Place.Roles] = new(start + 1, Offset - start - 1, isEscaped: false);
        }
    }

    /// <summary>The rule for the length of this array; null, and an error, when the array is longer than any of them allows.</summary>
    private ListRule? RuleByLength(ListRule[] byLength, int start)
    {
        var length = CountItems();
        var expected = Array.Find(byLength, list => list.MaxItems >= length);
        if (expected is null)
        {
            // Nobody can tell which of the items should be what.
            AddError(IssueCodes.MaxItems, Pointer(_path.Depth), start, FormattableString.Invariant($"{_path.Subject(_utf8)} must have at most {byLength[byLength.Length - 1].MaxItems} items; found {length}."));
        }

        return expected;
    }

    private void FailMinItems(int expected, int found, int start)
        => AddError(IssueCodes.MinItems, Pointer(_path.Depth), start, FormattableString.Invariant($"{_path.Subject(_utf8)} must have at least {expected} item{(expected == 1 ? string.Empty : "s")}; found {found}."));

    /// <summary>How many items the array has at whose start the reader is.</summary>
    private readonly int CountItems()
    {
        var count = 0;
        try
        {
            var json = _json;
            while (json.Read() && json.TokenType != JsonTokenType.EndArray)
            {
                json.Skip();
                count++;
            }
        }
        catch (JsonException)
        {
            // The pass comes to this place too, and says what is wrong.
        }

        return count;
    }
}
