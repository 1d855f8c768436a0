using System.Text.Json;
using Instructure.GradeEvents.Documents;
using Instructure.GradeEvents.Validation.Documents;
using Instructure.GradeEvents.Validation.Schemas;

namespace Instructure.GradeEvents.Validation.Checks;

/// <content>Events and entities: their Caliper type tells which schema is meant.</content>
internal ref partial struct PayloadPass
{
    /// <summary>A look ahead remembers what it found in objects of more bytes than this.</summary>
    private const int Large = 256;

    private static readonly Comparer<(int Start, int Type)> s_byStart = Comparer<(int Start, int Type)>.Create(static (one, other) => one.Start.CompareTo(other.Start));

    private void JudgeItem(ObjectRule objects, Place place)
    {
        var type = LookForType();
        var term = type.Text.IsThere ? TermOf(type.Text) : default;
        var shape = objects.Find(term);
        if (shape is { Type: Terms.GradeEvent })
        {
            JudgeEvent(shape, place == Place.Data ? Place.Event : Place.None, TypeCheck.Chosen);
            return;
        }

        var inside = objects.HasEvents ? Place.None : place;
        if (objects.HasEvents && Terms.IsEvent(term))
        {
            JudgeOtherEvent(type, term);
            return;
        }

        if (shape is null && type.Text.IsThere && !Terms.IsEvent(term) && !CaliperTypes.IsModelled(term))
        {
            shape = objects.Other;
        }

        if (shape is null || (objects.HasEvents && !TryJudgeAsEntity(shape)))
        {
            JudgeItemOfWrongType(objects, inside, type, term);
        }
        else if (!objects.HasEvents)
        {
            JudgeMembers(shape, inside, TypeCheck.Chosen);
        }
    }

    /// <summary>Judges an item as an entity, where an event could stand too.</summary>
    /// <returns>False when it is not what it says, since it has members of an event; it is then to be read again.</returns>
    private bool TryJudgeAsEntity(Shape shape)
    {
        var start = _json;
        var (mark, names) = (_faults.Mark, _buffers.Names.Count);
        _hasEventMember = false;
        JudgeMembers(shape, Place.None, TypeCheck.ChosenBesideEvents);
        if (!_hasEventMember || _isTooDeep)
        {
            return true;
        }

        _json = start;
        _faults.RevertTo(mark);
        _buffers.Names.Count = names;
        return false;
    }

    private void JudgeEvent(Shape shape, Place place, TypeCheck type)
    {
        Array.Clear(_buffers.Kept, (int)Place.Object, Place.EventTime - Place.Object + 1);
        JudgeMembers(shape, place, type);
    }

    private void JudgeOtherEvent(TypeAhead type, ReadOnlySpan<byte> term)
    {
        if (_options.IgnoreUnknownEvents && SimilarName.Find(Utf8.GetString(term), [Terms.GradeEvent]) is null)
        {
            _ignoredEvents++;
        }
        else
        {
            AddError(IssueCodes.UnknownEvent, Pointer(_path.Depth) + "/type", type.Offset, OtherEvent(Utf8.GetString(term)));
        }

        JudgeMembers(Shape.Anything, Place.None, TypeCheck.BySchema);
    }

    /// <summary>The type is missing or wrong, or it is an entity with members of an event: it is judged as what it probably is.</summary>
    private void JudgeItemOfWrongType(ObjectRule objects, Place place, TypeAhead type, ReadOnlySpan<byte> term)
    {
        var named = type.Text.IsThere ? CaliperTypes.Find(term) : null;
        var members = CountMembers(named is null || objects.Shapes.Contains(named) ? objects.Shapes : [.. objects.Shapes, named]);
        var isEvent = objects.HasEvents && members.OfEvents > 0;
        if (isEvent && members.OfEvents == 1 && type.Text.IsThere)
        {
            // An entity, but for this one member.
            var name = members.OfEvent.ToText(_utf8);
            AddError(IssueCodes.Not, Pointer(_path.Depth, name), members.OfEvent.Start, $"{Quote.Of(name)} can't stand in an entity; expected it in an event only.");
            JudgeMembers(named ?? objects.Other!, place, TypeCheck.Wrong);
            return;
        }

        FailTypeOfItem(objects, type, isEvent);
        if (isEvent)
        {
            JudgeEvent(Shapes.GradeEvent, Place.None, TypeCheck.Wrong);
        }
        else
        {
            JudgeMembers(members.Closest ?? objects.Other ?? objects.Shapes[0], place, TypeCheck.Wrong);
        }
    }

    private readonly ReadOnlySpan<byte> TermOf(TextSlice type) => IsUnicode(type) ? Unescaped(type) : "\uFFFD"u8;

    /// <summary>Finds the shape that declares most of the members of the object at whose start the reader is.</summary>
    /// <returns>The shape, how many of the members only events have, and the first of those.</returns>
    private (Shape? Closest, int OfEvents, TextSlice OfEvent) CountMembers(Shape[] shapes)
    {
        if (_counted > 2L * _utf8.Length)
        {
            return default; // objects in objects of wrong types: what they are shall not take more time than reading them
        }

        var seen = new ulong[shapes.Length];
        var (ofEvents, ofEvent) = (0UL, default(TextSlice));
        var json = _json;
        try
        {
            while (json.Read() && json.TokenType != JsonTokenType.EndObject)
            {
                var name = new TextSlice(_start + (int)json.TokenStartIndex + 1, json.ValueSpan.Length, json.ValueIsEscaped);
                if (IsUnicode(name))
                {
                    var unescaped = Unescaped(name);
                    for (var i = 0; i < shapes.Length; i++)
                    {
                        // That the type is none of those that are modelled says nothing.
                        if (shapes[i].Table.Names.Find(unescaped) is >= 0 and var found && !(shapes[i].IsOther && shapes[i].Table.Members[found].Role == MemberRole.Type))
                        {
                            seen[i] |= 1UL << found;
                        }
                    }

                    if (Terms.EventMember(unescaped) is >= 0 and var member)
                    {
                        ofEvent = ofEvents == 0 ? name : ofEvent;
                        ofEvents |= 1UL << member;
                    }
                }

                json.Skip();
            }
        }
        catch (JsonException)
        {
            // The pass comes to this place too, and says what is wrong.
        }

        _counted += json.BytesConsumed - _json.BytesConsumed;
        var (closest, most) = ((Shape?)null, 0);
        for (var i = 0; i < shapes.Length; i++)
        {
            var count = Bits.Count(seen[i]);
            if (count > most)
            {
                (closest, most) = (shapes[i], count);
            }
        }

        return (closest, Bits.Count(ofEvents), ofEvent);
    }

    /// <summary>Looks for the member "type" of the object at whose start the reader is.</summary>
    private TypeAhead LookForType()
    {
        // Plain members before it, as entities have them, are gone over without the reader.
        var json = new PlainJson(_utf8, Offset + 1);
        while (json.TrySkipText(out var name) && json.TrySkip(':'))
        {
            json.SkipBlanks();
            var start = json.At;
            if (!json.TrySkipText(out var text))
            {
                break;
            }

            if (name.Raw(_utf8).SequenceEqual("type"u8))
            {
                return new(start, text);
            }

            if (!json.TrySkip(','))
            {
                break;
            }
        }

        return json.TrySkip('}') ? default : LookFurtherForType();
    }

    /// <summary>Looks for the type behind values of any kind. It remembers the types of the objects in them, so that only small objects are looked at again.</summary>
    private TypeAhead LookFurtherForType()
    {
        var known = _typesAhead?.BinarySearch((Offset, 0), s_byStart) ?? -1;
        if (known >= 0)
        {
            return TypeAhead.At(_utf8, _typesAhead![known].Type);
        }

        var first = _typesAhead?.Count ?? 0;
        Span<int> starts = stackalloc int[(2 * MaxDepth) + 1];
        Span<int> types = stackalloc int[(2 * MaxDepth) + 1];
        var depth = 0;
        starts[0] = Offset;
        types[0] = 0;
        try
        {
            var json = _json;
            while (types[0] == 0 && json.Read())
            {
                var offset = _start + (int)json.TokenStartIndex;
                if (json.TokenType == JsonTokenType.StartObject)
                {
                    depth++;
                    starts[depth] = offset;
                    types[depth] = 0;
                }
                else if (json.TokenType == JsonTokenType.EndObject)
                {
                    if (depth == 0)
                    {
                        break;
                    }

                    if (offset - starts[depth] > Large)
                    {
                        (_typesAhead ??= []).Add((starts[depth], types[depth]));
                    }

                    depth--;
                }
                else if (json.TokenType == JsonTokenType.PropertyName && types[depth] == 0)
                {
                    var name = new TextSlice(offset + 1, json.ValueSpan.Length, json.ValueIsEscaped);
                    if (name.IsEscaped ? IsUnicode(name) && Unescaped(name).SequenceEqual("type"u8) : json.ValueSpan.SequenceEqual("type"u8))
                    {
                        types[depth] = ValueBehind(name);
                    }
                }
            }
        }
        catch (JsonException)
        {
            // The pass comes to this place too, and says what is wrong.
        }

        _typesAhead?.Sort(first, _typesAhead.Count - first, s_byStart);
        return TypeAhead.At(_utf8, types[0]);
    }

    /// <summary>Where the value of the member of this name begins; 0 when the text ends before.</summary>
    private readonly int ValueBehind(TextSlice name)
    {
        var json = new PlainJson(_utf8, name.Offset + name.Length + 1);
        json.TrySkip(':');
        json.SkipBlanks();
        return json.At < _utf8.Length ? json.At : 0;
    }
}
