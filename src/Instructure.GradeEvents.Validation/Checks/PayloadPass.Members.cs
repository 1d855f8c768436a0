using System.Text.Json;
using Instructure.GradeEvents.Documents;
using Instructure.GradeEvents.Validation.Schemas;

namespace Instructure.GradeEvents.Validation.Checks;

/// <content>The members of an object.</content>
internal ref partial struct PayloadPass
{
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
            _hasMembersOfAnotherFormat = HasMembersOfAnotherFormat(open.FirstUnknown);
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

    /// <summary>Whether the root has a name that is not declared, and that another format has; or more names than are kept to be looked at.</summary>
    private readonly bool HasMembersOfAnotherFormat(int firstUnknown)
    {
        for (var i = firstUnknown; i < _buffers.Names.Count; i++)
        {
            if (RootFacts.Names.Find(Unescaped(_buffers.Names[i])) >= 0)
            {
                return true;
            }
        }

        return _buffers.Names.Count - firstUnknown >= ObjectNames.MostKept;
    }
}
