using System.Text.Json;
using Instructure.GradeEvents.Documents;
using Instructure.GradeEvents.Validation.Documents;

namespace Instructure.GradeEvents.Validation.Checks;

/// <content>Warns of contradictions inside of one event. What is missing or broken contradicts nothing.</content>
/// <remarks>
/// Source: Canvas event documentation, the Caliper format; the list of what must agree. Nearly always, the bytes of two ids show that they agree;
/// the ids are parsed only when their bytes don't.
/// </remarks>
internal ref partial struct PayloadPass
{
    private static ReadOnlySpan<byte> UrnPrefix => "urn:instructure:canvas:"u8;

    private static ReadOnlySpan<byte> CoursePrefix => "urn:instructure:canvas:course:"u8;

    private static ReadOnlySpan<byte> UserPrefix => "urn:instructure:canvas:user:"u8;

    /// <summary>Compares what can be compared at the end of an object.</summary>
    private void Compare(in OpenObject open)
    {
        if (Places.IsEntity(open.Place))
        {
            if (open.Id.IsThere && open.EntityId.IsThere)
            {
                CompareEntityId(open.Id, open.EntityId);
            }

            if (Places.IsKept(open.Place))
            {
                _buffers.Kept[(int)open.Place] = open.Id.OfObject();
            }
        }

        switch (open.Place)
        {
            case Place.Event:
                CompareEvent();
                break;
            case Place.Envelope:
                CompareTimes();
                break;
            case Place.Body:
                CompareUser();
                break;
        }
    }

    private readonly TextSlice Kept(Place place) => _buffers.Kept[(int)place];

    private void CompareEvent()
    {
        CompareIds(Place.Object, Place.Attempt, "the \"id\" of \"object\"");
        CompareIds(Place.ObjectAssignee, Place.AttemptAssignee, "the \"id\" of \"assignee\" in \"object\"");
        CompareIds(Place.ObjectAssignable, Place.AttemptAssignable, "the \"id\" of \"assignable\" in \"object\"");
        CompareIds(Place.Actor, Place.Member, "the \"id\" of \"actor\"");
        CompareIds(Place.Group, Place.Organization, "the \"id\" of \"group\"");
        var membership = Kept(Place.Membership);
        if (membership.IsThere && !HasPartsOfMembership(membership))
        {
            CompareMembership(membership);
        }

        var time = Kept(Place.EventTime);
        if (time.IsThere && (!_lastEventTime.IsThere || CompareTexts(time, _lastEventTime) >= 0))
        {
            _lastEventTime = time;
        }
    }

    private readonly void CompareIds(Place first, Place second, string firstName)
    {
        var (one, other) = (Kept(first), Kept(second));
        if (one.IsThere && other.IsThere && !TextSlice.AreSame(_utf8, one, other))
        {
            CompareUrns(one, other, second, firstName);
        }
    }

    private readonly void CompareUrns(TextSlice one, TextSlice other, Place place, string firstName)
    {
        var (expected, found) = (one.ToText(_utf8), other.ToText(_utf8));
        if (!(CanvasUrn.TryParse(expected, out var oneUrn) && CanvasUrn.TryParse(found, out var otherUrn) && oneUrn == otherUrn))
        {
            Contradict(place, $"is {Quote.Of(found)}, but {firstName} is {Quote.Of(expected)}");
        }
    }

    /// <summary>Whether the URN of the membership is, letter by letter, made of the ids and of a role that stand beside it, as far as there are any.</summary>
    private readonly bool HasPartsOfMembership(TextSlice membership)
    {
        var urn = membership.Raw(_utf8);
        if (membership.IsEscaped || !urn.StartsWith(CoursePrefix))
        {
            return false;
        }

        var parts = urn.Slice(CoursePrefix.Length);
        var (first, last) = (parts.IndexOf((byte)':'), parts.LastIndexOf((byte)':'));
        return first > 0 && last > first + 1
            && IsIdOf(CoursePrefix, parts.Slice(0, first), Place.Organization, Place.Group)
            && IsIdOf(UserPrefix, parts.Slice(last + 1), Place.Member, Place.Actor)
            && HasRole(parts.Slice(first + 1, last - first - 1));
    }

    /// <summary>Whether one of two entities has the URN with this id; or there is neither.</summary>
    private readonly bool IsIdOf(ReadOnlySpan<byte> prefix, ReadOnlySpan<byte> id, Place first, Place second)
    {
        var (one, other) = (Kept(first), Kept(second));
        return (!one.IsThere && !other.IsThere) || IsUrn(one, prefix, id) || IsUrn(other, prefix, id);
    }

    private readonly bool IsUrn(TextSlice text, ReadOnlySpan<byte> prefix, ReadOnlySpan<byte> id)
        => text.IsThere && !text.IsEscaped && text.Raw(_utf8) is var urn && urn.StartsWith(prefix) && urn.Slice(prefix.Length).SequenceEqual(id);

    private readonly bool HasRole(ReadOnlySpan<byte> role)
    {
        var slice = Kept(Place.Roles);
        if (!slice.IsThere)
        {
            return true;
        }

        var roles = slice.Raw(_utf8);
        var at = roles.IndexOf(role);
        return at > 0 && roles[at - 1] == '"' && roles[at + role.Length] is (byte)'"' or (byte)'#';
    }

    /// <summary>
    /// Compares the parts of the URN of a membership with the entities beside it. When two entities name the course, or the user, and contradict each other, it is enough
    /// that one of them agrees.
    /// </summary>
    private readonly void CompareMembership(TextSlice id)
    {
        if (!CanvasUrn.TryParse(id.ToText(_utf8), out var urn) || !urn.IsMembership)
        {
            return;
        }

        ComparePart("course", urn.Id!.Value, Place.Organization, Place.Group);
        ComparePart("user", urn.MemberId!.Value, Place.Member, Place.Actor);
        var role = urn.Role!.Value.ToString();
        var roles = Roles();
        if (roles.Count > 0 && roles.TrueForAll(text => text != role && new Role(text).ContextRole != role))
        {
            Contradict(Place.Membership, $"names the role {Quote.Of(role)}, but \"roles\" does not have it");
        }
    }

    private readonly void ComparePart(string kind, CanvasId part, Place first, Place second)
    {
        CanvasId? other = null;
        foreach (var place in new[] { first, second })
        {
            if (Kept(place) is { IsThere: true } slice && CanvasUrn.TryParse(slice.ToText(_utf8), out var urn) && !urn.IsMembership && urn.Kind == kind && urn.Id is { } id)
            {
                if (Agree(id, part))
                {
                    return;
                }

                other ??= id;
            }
        }

        if (other is { } found)
        {
            Contradict(Place.Membership, $"names the {kind} {part}, but the {(kind == "user" ? "member" : "organization")} is {found}");
        }
    }

    /// <summary>The roles of the membership; none when one of them is no text.</summary>
    private readonly List<string> Roles()
    {
        var slice = Kept(Place.Roles);
        var roles = new List<string>();
        if (slice.IsThere)
        {
            var json = new Utf8JsonReader(_utf8.Slice(slice.Start, slice.Length + 2));
            json.Read();
            while (json.Read() && json.TokenType == JsonTokenType.String)
            {
                roles.Add(Utf8.GetText(json.ValueSpan, json.ValueIsEscaped));
            }
        }

        return roles;
    }

    /// <summary>The entity_id that Canvas adds to an entity is the one in its URN.</summary>
    private readonly void CompareEntityId(TextSlice id, TextSlice entityId)
    {
        var urn = id.Raw(_utf8);
        var found = entityId.Raw(_utf8);
        if (id.IsEscaped || entityId.IsEscaped || urn.Length <= found.Length || !urn.Slice(urn.Length - found.Length).SequenceEqual(found) || urn[urn.Length - found.Length - 1] != ':' || !urn.StartsWith(UrnPrefix))
        {
            CompareParsedEntityId(id, entityId);
        }
    }

    // What is rarely needed has a method of its own, so that it isn't compiled for the first report of a process.
    private readonly void CompareParsedEntityId(TextSlice id, TextSlice entityId)
    {
        if (CanvasUrn.TryParse(id.ToText(_utf8), out var parsed) && parsed.Id is { } expected && CanvasId.TryParse(entityId.ToText(_utf8), out var other) && !Agree(expected, other))
        {
            AddWarning(
                IssueCodes.InconsistentId,
                Pointer(_path.Depth) + "/extensions/com.instructure.canvas/entity_id",
                entityId.Start,
                $"\"entity_id\" is {Quote.Of(other.ToString())}, but the \"id\" of the entity ends in {Quote.Of(expected.ToString())}; expected both to agree.");
        }
    }

    private readonly void CompareTimes()
    {
        var sent = Kept(Place.SendTime);
        if (sent.IsThere && _lastEventTime.IsThere && CompareTexts(sent, _lastEventTime) < 0)
        {
            AddTimeOrder(sent);
        }
    }

    private readonly void AddTimeOrder(TextSlice sent)
        => AddWarning(IssueCodes.TimeOrder, "/sendTime", sent.Start, $"\"sendTime\" is {Quote.Of(sent.ToText(_utf8))}, before the \"eventTime\" of an event in it, {Quote.Of(_lastEventTime.ToText(_utf8))}; expected it later.");

    private readonly void CompareUser()
    {
        var (user, student) = (Kept(Place.UserId), Kept(Place.StudentId));
        if (user.IsThere && student.IsThere && !TextSlice.AreSame(_utf8, user, student))
        {
            AddWarning(IssueCodes.InconsistentId, "/body/student_id", student.Start, $"\"student_id\" is {Quote.Of(student.ToText(_utf8))}, but \"user_id\" is {Quote.Of(user.ToText(_utf8))}; expected both to agree.");
        }
    }

    /// <summary>Whether they are the same id, as far as that can be told: nobody knows the shard of a local id.</summary>
    private static bool Agree(CanvasId one, CanvasId other)
        => one == other || (one.IsGlobal != other.IsGlobal && one.LocalId == other.LocalId);

    /// <summary>Compares two times. They have the same form, so they are in the order of their texts.</summary>
    private readonly int CompareTexts(TextSlice one, TextSlice other)
        => one.IsEscaped || other.IsEscaped ? string.CompareOrdinal(one.ToText(_utf8), other.ToText(_utf8)) : one.Raw(_utf8).SequenceCompareTo(other.Raw(_utf8));

    /// <summary>Warns of an entity of the event that was just read.</summary>
    private readonly void Contradict(Place place, string what)
    {
        var id = Kept(place);
        var path = place switch
        {
            Place.Attempt => "generated/attempt",
            Place.AttemptAssignee => "generated/attempt/assignee",
            Place.AttemptAssignable => "generated/attempt/assignable",
            Place.Member => "membership/member",
            Place.Organization => "membership/organization",
            _ => "membership",
        };
        path += id.IsOfObject ? "/id" : string.Empty;
        AddWarning(IssueCodes.InconsistentId, Pointer(_path.Depth) + "/" + path, id.Start, $"{Quote.Of(path.Substring(path.LastIndexOf('/') + 1))} {what}; expected both to agree.");
    }
}
