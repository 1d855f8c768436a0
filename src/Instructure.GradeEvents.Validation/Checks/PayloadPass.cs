using System.Buffers;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Instructure.GradeEvents.Validation.Documents;
using Instructure.GradeEvents.Validation.Schemas;

namespace Instructure.GradeEvents.Validation.Checks;

/// <summary>One pass over a document: reads it, and judges each value by the rule for it when it comes by.</summary>
/// <remarks>
/// Which rule is meant where a value can be several things is told by its JSON type, or by the Caliper type of the object, which is
/// looked up ahead. What is wrong with an object as a whole is said at its end. Where a look ahead turns out to be wrong, the pass goes
/// back to the beginning of the object.
/// </remarks>
internal ref partial struct PayloadPass
{
    /// <summary>As many levels as GradeEventSerializer reads.</summary>
    internal const int MaxDepth = 64;

    /// <summary>An escape has so many.</summary>
    private const int MostBytesOfCharacter = 6;

    private readonly ReadOnlySpan<byte> _utf8;
    private readonly FaultList _faults;
    private readonly PassBuffers _buffers;
    private readonly DocumentPath _path;
    private readonly int _start;
    private readonly bool _isUtf8;
    private readonly GradeEventValidatorOptions _options;
    private Utf8JsonReader _json;

    /// <summary>The id that Canvas adds to an entity, from its extensions that were just read.</summary>
    private TextSlice _entityId;

    /// <summary>When the last of the grade events that were read happened.</summary>
    private TextSlice _lastEventTime;

    /// <summary>Of the large objects that a look ahead went over, where each begins and where its type is, in that order.</summary>
    private List<(int Start, int Type)>? _typesAhead;

    /// <summary>How many bytes were gone over to see what objects of a wrong type are.</summary>
    private long _counted;

    /// <summary>Whether the document is nested too deep, which ends the pass.</summary>
    private bool _isTooDeep;

    /// <summary>Whether the entity that was just read has members that only events have.</summary>
    private bool _hasEventMember;

    /// <summary>The members that the root has, of those that its shape declares: a bit for each.</summary>
    private ulong _rootMembers;

    /// <summary>The same of the body of an event of the Canvas format.</summary>
    private ulong _bodyMembers;

    /// <summary>Whether the root has a member that its shape doesn't declare, and another format has.</summary>
    private bool _hasMembersOfAnotherFormat;

    /// <summary>Whether the Caliper type of the root is as it must be.</summary>
    private bool _hasTypeOfRoot;

    /// <summary>How many items there are in the data of the envelope, and how many of them are events that are ignored.</summary>
    private int _items;
    private int _ignoredEvents;
    private bool _isBodySkipped;

    internal PayloadPass(ReadOnlySpan<byte> utf8, bool isUtf8, FaultList faults, PassBuffers buffers, GradeEventValidatorOptions options)
    {
        _utf8 = utf8;
        _isUtf8 = isUtf8;
        _faults = faults;
        _buffers = buffers;
        _path = buffers.Path;
        _options = options;
        _start = Utf8.BomLength(utf8);
        _json = new(utf8.Slice(_start), new JsonReaderOptions { MaxDepth = 2 * MaxDepth }); // so that the limit is told here, not there
    }

    /// <summary>Whether there are events in the envelope, and all that is in it are events that are ignored.</summary>
    internal readonly bool HasOnlyIgnoredEvents => _ignoredEvents > 0 && _ignoredEvents == _items;

    private readonly int Offset => _start + (int)_json.TokenStartIndex;

    /// <summary>Reads and judges the document.</summary>
    /// <returns>Whether it is JSON that is not too deep.</returns>
    internal bool Run(RootRule rule)
    {
        _isBodySkipped = rule.IsBodySkipped;
        try
        {
            _json.Read();
            Judge(rule.Value, _options.CheckConsistency ? rule.Place : Place.None);
            if (_isTooDeep)
            {
                return false;
            }

            _path.Depth = 0;
            _json.Read(); // it throws when something follows
            return true;
        }
        catch (JsonException error)
        {
            Fail(error);
            return false;
        }
    }

    /// <summary>Whether the document, which has been read, is what it was judged as, and can't be something else.</summary>
    internal readonly bool IsConfirmed(RootRule rule)
    {
        if (_hasMembersOfAnotherFormat)
        {
            return false;
        }

        return rule.Kind switch
        {
            PayloadKind.CaliperEnvelope => Bits.Count(_rootMembers) > 1,
            PayloadKind.CaliperEvent => _hasTypeOfRoot,
            _ => rule.Canvas is { } known && (rule.Value.Object!.Only!.Table.Required & ~_rootMembers) == 0 && (known.OwnBits & _bodyMembers) != 0,
        };
    }

    /// <summary>Judges the value at which the reader is, and reads to its end.</summary>
    /// <returns>The value when it is a string and nothing is wrong with it.</returns>
    private TextSlice Judge(ValueRule rule, Place place)
    {
        if (_faults.IsFull)
        {
            rule = ValueRule.Any;
        }

        switch (_json.TokenType)
        {
            case JsonTokenType.String:
                return JudgeText(rule);
            case JsonTokenType.Number:
                JudgeNumber(rule);
                break;
            case JsonTokenType.StartObject:
                if (!IsTooDeep())
                {
                    JudgeObject(rule, place);
                }

                break;
            case JsonTokenType.StartArray:
                if (!IsTooDeep())
                {
                    JudgeList(rule, place);
                }

                break;
            case JsonTokenType.Null when rule.IsNullable:
            case JsonTokenType.True or JsonTokenType.False when rule.IsBoolean:
                break;
            default:
                FailType(rule, Offset);
                break;
        }

        return default;
    }

    private bool IsTooDeep()
    {
        if (_json.CurrentDepth < MaxDepth)
        {
            return false;
        }

        _isTooDeep = true;
        AddOfJson(IssueCodes.TooDeep, _path.Depth - 1, Offset, $"Objects and arrays are nested more than {MaxDepth} levels deep here; expected no more.");
        return true;
    }

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
        else if (expected.Only is { } only ? !IsOneOf(text, only) : expected.OneOf is { } oneOf && !IsOneOf(text, oneOf))
        {
            FailText(IssueCodes.Enum, expected);
            return default;
        }
        else if (expected.Vocabulary is { } vocabulary && !vocabulary.IsKnown(UnescapedName(text)))
        {
            if (_faults.Wants(ValidationSeverity.Warning, IssueCodes.UnknownTerm))
            {
                AddWarning(IssueCodes.UnknownTerm, Pointer(_path.Depth), Offset, $"{_path.Subject(_utf8)} is {Quote.Of(text.ToShortText(_utf8))}, which is not {vocabulary.Expected}.");
            }
        }

        return text;
    }

    private readonly bool IsOneOf(TextSlice text, byte[] only) => text.IsEscaped ? UnescapedName(text).SequenceEqual(only) : _json.ValueSpan.SequenceEqual(only);

    private readonly bool IsOneOf(TextSlice text, NameTable texts) => texts.Find(UnescapedName(text)) >= 0;

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

    /// <summary>Whole is what is whole as a decimal, which the records have, and as the floating-point number that other validators have.</summary>
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
            isWhole = true;
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

    /// <summary>What is too large for a decimal has no fraction. What is too large for a double is as large as can be.</summary>
    private readonly double Double()
    {
        return _json.TryGetDouble(out var value) && Math.Abs(value) <= double.MaxValue ? value
            : _json.ValueSpan[0] == '-' ? double.MinValue
            : double.MaxValue;
    }

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
            var length = CountItems();
            expected = Array.Find(byLength, list => list.MaxItems >= length) ?? byLength[byLength.Length - 1];
            if (length > expected.MaxItems)
            {
                // Which of them should be what, nobody can tell.
                AddError(IssueCodes.MaxItems, Pointer(depth), start, FormattableString.Invariant($"{_path.Subject(_utf8)} must have at most {expected.MaxItems} items; found {length}."));
                expected = null;
            }
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
            AddError(IssueCodes.MinItems, Pointer(depth), start, FormattableString.Invariant($"{_path.Subject(_utf8)} must have at least {expected.MinItems} item{(expected.MinItems == 1 ? string.Empty : "s")}; found {index}."));
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

    private void JudgeObject(ValueRule rule, Place place)
    {
        if (rule.Object is { Only: { } only })
        {
            JudgeMembers(only, place, TypeCheck.BySchema);
        }
        else if (rule.Object is { } objects)
        {
            JudgeItem(objects, place);
        }
        else
        {
            if (!rule.IsAny)
            {
                FailType(rule, Offset);
            }

            JudgeMembers(Shape.Anything, place, TypeCheck.BySchema);
        }
    }

    /// <summary>Judges the members of the object at whose start the reader is, and reads to its end.</summary>
    private void JudgeMembers(Shape shape, Place place, TypeCheck type)
    {
        var open = new OpenObject(shape, place, type, Offset, _path.Depth, _buffers.Names.Count);
        while (!_isTooDeep && _json.Read() && _json.TokenType != JsonTokenType.EndObject)
        {
            var name = new TextSlice(Offset + 1, _json.ValueSpan.Length, _json.ValueIsEscaped);
            var (rule, inside) = Recognize(ref open, name);
            _path.EnterMember(open.Depth, name);
            _json.Read();
            var text = Judge(rule, inside);
            _path.Depth = open.Depth;
            switch (inside)
            {
                case Place.None when open.Depth == 0 && rule == CaliperTypes.TypeOfGradeEvent:
                    _hasTypeOfRoot = text.IsThere;
                    break;
                case Place.Id:
                    open.Id = text;
                    break;
                case Place.EntityId:
                    _entityId = text;
                    break;
                case Place.Extensions:
                    (open.EntityId, _entityId) = (_entityId, default);
                    break;
                case >= Place.Object when text.IsThere:
                    _buffers.Kept[(int)inside] = text;
                    break;
            }
        }

        if (!_isTooDeep)
        {
            Close(open);
        }
    }

    /// <summary>The rule for the value of a member, and what is compared in it.</summary>
    private (ValueRule Rule, Place Inside) Recognize(ref OpenObject open, TextSlice name)
    {
        if (!IsUnicode(name))
        {
            // Nobody knows what it is, and enough was said.
            AddOfJson(IssueCodes.MalformedJson, open.Depth, Offset, NotUnicode);
            return (ValueRule.Any, Place.None);
        }

        var table = open.Table;
        var expected = table.Following[open.Last];
        var unescaped = name.IsEscaped ? _buffers.Unescape(name.Raw(_utf8)) : _json.ValueSpan;
        var found = table.Names.Find(unescaped, expected);
        if (found < 0)
        {
            return RecognizeUnknown(ref open, name, unescaped);
        }

        if (found != expected)
        {
            table.Following[open.Last] = (byte)found;
        }

        open.Last = found + 1;
        var bit = 1UL << found;
        if ((open.Seen & bit) != 0)
        {
            // The first stands. This one is read too, for the faults in its JSON.
            FailDuplicate(open.Depth, name);
            return (ValueRule.Any, Place.None);
        }

        open.Seen |= bit;
        var member = table.Members[found];
        if ((member.Role == MemberRole.Type && open.Type != TypeCheck.BySchema) || (member.Role == MemberRole.Body && open.Depth == 0 && _isBodySkipped))
        {
            return (ValueRule.Any, Place.None);
        }

        return (member.Value, open.Place == Place.None ? Place.None : Places.Next(open.Place, member.Role));
    }

    private (ValueRule Rule, Place Inside) RecognizeUnknown(ref OpenObject open, TextSlice name, ReadOnlySpan<byte> unescaped)
    {
        if (!_buffers.Names.TryAdd(open.FirstUnknown, ref open.Index, _utf8, name))
        {
            FailDuplicate(open.Depth, name);
            return (ValueRule.Any, Place.None);
        }

        _hasEventMember |= open.Type == TypeCheck.ChosenBesideEvents && Terms.EventMember(unescaped) >= 0;
        return (ValueRule.Any, open.Place == Place.None ? Place.None : Places.Next(open.Place, MemberRoles.Of(unescaped)));
    }

    /// <summary>Says what is wrong with an object as a whole, when all of it has been read.</summary>
    private void Close(in OpenObject open)
    {
        if (open.Depth == 0)
        {
            _rootMembers = open.Seen;
            _hasMembersOfAnotherFormat = HasAnyOf(open.FirstUnknown, RootFacts.Names);
        }
        else if (open.Depth == 1 && open.Shape.IsBody)
        {
            _bodyMembers = open.Seen;
        }

        var hasUnknown = _buffers.Names.Count > open.FirstUnknown;
        if ((open.Table.Required & ~open.Seen) != 0)
        {
            FailMissing(open);
        }
        else if (hasUnknown && open.Shape.Closed is not null)
        {
            FailAdditional(open);
        }

        if (hasUnknown && open.Shape.Record is not null && open.Type != TypeCheck.Wrong)
        {
            WarnOfUnknown(open);
        }

        _buffers.Names.Count = open.FirstUnknown;
        if (open.Place != Place.None)
        {
            Compare(open);
        }
    }

    private readonly bool HasAnyOf(int firstUnknown, NameTable names)
    {
        for (var i = firstUnknown; i < _buffers.Names.Count; i++)
        {
            if (names.Find(UnescapedName(_buffers.Names[i])) >= 0)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A text without its escapes, to be compared with a short one.</summary>
    private readonly ReadOnlySpan<byte> UnescapedName(TextSlice text)
    {
        if (!text.IsEscaped)
        {
            return text.Raw(_utf8);
        }

        var bytes = new byte[text.Length];
        return Utf8.TryUnescape(text.Raw(_utf8), bytes, out var length) ? bytes.AsSpan(0, length) : "\uFFFD"u8;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private readonly bool IsUnicode(TextSlice text)
        => (_isUtf8 || Utf8.IsValid(text.Raw(_utf8))) && (!text.IsEscaped || Utf8.HasWholeSurrogates(text.Raw(_utf8)));

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
