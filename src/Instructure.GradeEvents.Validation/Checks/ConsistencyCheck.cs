using System.Globalization;
using Instructure.GradeEvents.Validation.Documents;
using Instructure.GradeEvents.Validation.Schemas;
using Newtonsoft.Json.Linq;

namespace Instructure.GradeEvents.Validation.Checks;

/// <summary>Warns of what contradicts each other inside of one event. What is missing or broken contradicts nothing.</summary>
/// <remarks>Source: Canvas event documentation, the Caliper format; the list of what must agree.</remarks>
internal sealed class ConsistencyCheck(FaultList faults)
{
    private const string TimeFormat = "yyyy-MM-dd'T'HH:mm:ss.fff'Z'";

    internal void Run(JObject document, PayloadKind kind)
    {
        switch (kind)
        {
            case PayloadKind.CaliperEnvelope when document["data"] is JArray data:
                var events = data.OfType<JObject>().Where(static item => TextOf(item["type"]) == Terms.GradeEvent).ToArray();
                Array.ForEach(events, CheckEvent);
                CheckTimes(document["sendTime"], events.Select(static item => item["eventTime"]).OrderBy(TimeOf).LastOrDefault());
                break;
            case PayloadKind.CaliperEvent when TextOf(document["type"]) == Terms.GradeEvent:
                CheckEvent(document);
                break;
            case PayloadKind.GradeChange when document["body"] is JObject body:
                CheckSame(body["user_id"], body["student_id"], "\"user_id\"");
                break;
        }
    }

    /// <summary>The text, unless something is wrong with it.</summary>
    private static string? TextOf(JToken? token) => token is LocatedValue { HasFault: false, Value: string text } ? text : null;

    /// <summary>What identifies an entity: its id, or the entity itself when it is thinned.</summary>
    private static JToken? IdOf(JToken? entity) => entity is JObject @object ? @object["id"] : entity;

    private static JToken? Member(JToken? entity, string name) => (entity as JObject)?[name];

    private static CanvasUrn? UrnOf(JToken? id) => CanvasUrn.TryParse(TextOf(id), out var urn) ? urn : null;

    /// <summary>Whether they are the same, as far as they tell: of a local id nobody knows the shard.</summary>
    private static bool Agree(CanvasId one, CanvasId other)
        => one == other || (one.IsGlobal != other.IsGlobal && one.LocalId == other.LocalId);

    private void CheckEvent(JObject item)
    {
        var @object = item["object"];
        var attempt = Member(item["generated"], "attempt");
        var membership = item["membership"];
        var organization = Member(membership, "organization");
        CheckSame(IdOf(@object), IdOf(attempt), "the \"id\" of \"object\"");
        CheckSame(IdOf(Member(@object, "assignee")), IdOf(Member(attempt, "assignee")), "the \"id\" of \"assignee\" in \"object\"");
        CheckSame(IdOf(Member(@object, "assignable")), IdOf(Member(attempt, "assignable")), "the \"id\" of \"assignable\" in \"object\"");
        CheckSame(IdOf(item["actor"]), IdOf(Member(membership, "member")), "the \"id\" of \"actor\"");
        CheckSame(IdOf(item["group"]), IdOf(organization), "the \"id\" of \"group\"");
        CheckMembership(IdOf(membership), [IdOf(organization), IdOf(item["group"])], Member(membership, "roles"), [IdOf(Member(membership, "member")), IdOf(item["actor"])]);
        CheckEntityIds(item);
    }

    private void CheckSame(JToken? first, JToken? second, string firstName)
    {
        if (TextOf(first) is { } expected
            && TextOf(second) is { } found
            && expected != found
            && !(UrnOf(first) is { } firstUrn && UrnOf(second) is { } secondUrn && firstUrn == secondUrn))
        {
            faults.Warning("inconsistent-id", second!, $"{Wording.Subject(second!)} is {Quote.Of(found)}, but {firstName} is {Quote.Of(expected)}; expected both to agree.");
        }
    }

    /// <summary>The parts of the URN of a membership. Where two tell the course or the user and contradict each other, one will do.</summary>
    private void CheckMembership(JToken? id, JToken?[] courses, JToken? roles, JToken?[] users)
    {
        if (UrnOf(id) is not { IsMembership: true } urn)
        {
            return;
        }

        CheckPart(id!, "course", urn.Id!.Value, courses);
        CheckPart(id!, "user", urn.MemberId!.Value, users);
        if (roles is JArray { Count: > 0 } && roles.All(role => TextOf(role) is { } text && text != urn.Role.ToString() && new Role(text).ContextRole != urn.Role.ToString()))
        {
            Contradict(id!, $"the role {urn.Role}", "\"roles\" does not have it");
        }
    }

    private void CheckPart(JToken id, string kind, CanvasId part, JToken?[] others)
    {
        var ids = others.Select(UrnOf).Where(urn => urn is { IsMembership: false } other && other.Kind == kind).Select(static urn => urn!.Value.Id).OfType<CanvasId>().ToArray();
        if (ids.Length > 0 && !Array.Exists(ids, other => Agree(other, part)))
        {
            Contradict(id, $"the {kind} {part}", $"the {(kind == "user" ? "member" : "organization")} is {ids[0]}");
        }
    }

    private void Contradict(JToken id, string named, string but)
        => faults.Warning("inconsistent-id", id, $"{Wording.Subject(id)} names {named}, but {but}; expected both to agree.");

    /// <summary>The entity_id that Canvas adds to an entity is the one in its URN.</summary>
    private void CheckEntityIds(JObject entity)
    {
        var entityId = Member(Member(entity["extensions"], "com.instructure.canvas"), "entity_id");
        if (UrnOf(entity["id"])?.Id is { } expected && CanvasId.TryParse(TextOf(entityId), out var found) && !Agree(expected, found))
        {
            faults.Warning("inconsistent-id", entityId!, $"\"entity_id\" is {Quote.Of(found.ToString())}, but the \"id\" of the entity ends in {Quote.Of(expected.ToString())}; expected both to agree.");
        }

        foreach (var property in entity.Properties().Where(static property => property.Name is not ("extensions" or "messageParameters" or "@context")))
        {
            foreach (var inner in property.Value is JArray items ? items.OfType<JObject>() : new[] { property.Value }.OfType<JObject>())
            {
                CheckEntityIds(inner);
            }
        }
    }

    private void CheckTimes(JToken? sendTime, JToken? eventTime)
    {
        if (TimeOf(sendTime) is { } sent && TimeOf(eventTime) is { } happened && sent < happened)
        {
            faults.Warning("time-order", sendTime!, $"\"sendTime\" is {Quote.Of(TextOf(sendTime)!)}, before the \"eventTime\" of an event in it, {Quote.Of(TextOf(eventTime)!)}; expected it later.");
        }
    }

    private static DateTime? TimeOf(JToken? time)
        => DateTime.TryParseExact(TextOf(time), TimeFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var value) ? value : null;
}
