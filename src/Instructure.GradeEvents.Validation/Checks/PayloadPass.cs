using System.Runtime.CompilerServices;
using System.Text.Json;
using Instructure.GradeEvents.Documents;
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

    /// <summary>The most bytes in which a UTF-16 code unit is written: those of an escape.</summary>
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

    /// <summary>The latest time of the grade events that were read.</summary>
    private TextSlice _lastEventTime;

    /// <summary>Where each of the large objects that a look ahead went over begins, and where its type is; in the order of the former.</summary>
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

    /// <summary>A text without its escapes, to be compared with a short one.</summary>
    private readonly ReadOnlySpan<byte> Unescaped(TextSlice text)
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
}
