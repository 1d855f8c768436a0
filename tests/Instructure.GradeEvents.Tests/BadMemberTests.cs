using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Instructure.GradeEvents.Tests.Support;
using static Instructure.GradeEvents.Tests.Support.BadInput;

namespace Instructure.GradeEvents.Tests;

/// <summary>Whatever is wrong with a member, in every object that has it: a JsonException that says where, and what was expected.</summary>
public class BadMemberTests
{
    public static TheoryData<string> Roots()
    {
        var data = new TheoryData<string>();
        foreach (var root in Facts.Roots)
        {
            data.Add(root);
        }

        return data;
    }

    public static TheoryData<string> Entities()
    {
        var data = new TheoryData<string>();
        foreach (var entity in Facts.Entities)
        {
            data.Add(entity);
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Roots))]
    public void A_member_of_a_wrong_type(string root) => EveryMember(root, WrongTypes);

    [Theory]
    [MemberData(nameof(Entities))]
    public void A_member_of_an_entity_of_a_wrong_type(string entity) => EveryMember(entity, WrongTypes);

    [Theory]
    [MemberData(nameof(Roots))]
    public void A_required_member_that_is_missing(string root) => EveryMember(root, Missing);

    [Theory]
    [MemberData(nameof(Entities))]
    public void A_required_member_of_an_entity_that_is_missing(string entity) => EveryMember(entity, Missing);

    [Theory]
    [MemberData(nameof(Roots))]
    public void A_member_that_stands_twice(string root) => EveryMember(root, Twice);

    [Theory]
    [MemberData(nameof(Entities))]
    public void A_member_of_an_entity_that_stands_twice(string entity) => EveryMember(entity, Twice);

    [Theory]
    [MemberData(nameof(Roots))]
    public void Text_that_is_not_Unicode(string root) => EveryMember(root, NotUnicode);

    [Theory]
    [MemberData(nameof(Entities))]
    public void Text_of_an_entity_that_is_not_Unicode(string entity) => EveryMember(entity, NotUnicode);

    [Theory]
    [InlineData("number", "1e400")]
    [InlineData("number", "-79228162514264337593543950336")]
    [InlineData("score", "1e29")]
    [InlineData("score", "{\"numberStr\":\"1e29\"}")]
    [InlineData("score", "{\"numberStr\":\"NaN\"}")]
    [InlineData("score", "{\"numberStr\":\"1,000\"}")]
    [InlineData("score", "{\"numberStr\":\" 1\"}")]
    [InlineData("score", "{\"numberStr\":10}")]
    [InlineData("score", "{\"numberStr\":\"1\",\"numberStr\":\"1\"}")]
    [InlineData("score", "{\"numberStr\":\"1\",\"unit\":\"points\"}")]
    [InlineData("score", "{}")]
    [InlineData("integer", "2147483648")]
    [InlineData("integer", "1.5")]
    [InlineData("integer", "1e400")]
    [InlineData("ctime", "\"10000-01-01T00:00:00.000Z\"")]
    [InlineData("ctime", "\"-0001-01-01T00:00:00.000Z\"")]
    [InlineData("ctime", "\"0001-01-01T00:00:00+14:00\"")]
    [InlineData("ctime", "\"2026-01-01T00:00:00\"")]
    [InlineData("ctime", "\"2026-01-01\"")]
    [InlineData("ctime", "\"2026-13-01T00:00:00Z\"")]
    [InlineData("ctime", "\"\\u0032026-01-01\"")]
    [InlineData("ntime", "\"10000-01-01T00:00:00Z\"")]
    [InlineData("ntime", "\"2026-01-01T00:00:00\"")]
    [InlineData("ntime", "\"yesterday\"")]
    [InlineData("ntime", "\"\"")]
    [InlineData("id", "9223372036854775808")]
    [InlineData("id", "\"99999999999999999999999\"")]
    [InlineData("id", "-1")]
    [InlineData("id", "1.0")]
    [InlineData("id", "\"-1\"")]
    [InlineData("id", "\"abc\"")]
    [InlineData("id", "\"\\u0061\"")]
    [InlineData("id", "\"007\"")]
    [InlineData("iri", "\"\"")]
    [InlineData("iri", "\"www.canvaslms.com\"")]
    [InlineData("iri", "\"urn:a b\"")]
    [InlineData("appid", "\"www canvaslms com\"")]
    [InlineData("appid", "\"\"")]
    [InlineData("appid", "\"canvas\"")]
    [InlineData("context", "[]")]
    [InlineData("context", "[\"http://example.org\",{}]")]
    [InlineData("context", "[1,\"http://example.org\"]")]
    public void A_value_that_its_member_cannot_have(string kind, string value)
    {
        var found = 0;
        foreach (var root in Facts.Roots.Concat(Facts.Entities))
        {
            EveryMember(root, (maker, payload, owner, fact, _) =>
            {
                if (fact.Kind == kind)
                {
                    found++;
                    Fails(root, JsonText.Write(payload, owner, fact.Name, (name, _) => $"{name}:{value}"), owner[fact.Name]!.GetPath());
                }
            });
        }

        found.Should().BePositive();
    }

    [Theory]
    [MemberData(nameof(Roots))]
    public void A_long_string_is_accepted_wherever_any_text_is_and_refused_shortly_elsewhere(string root)
    {
        var text = new string('x', Mutations.AreMany ? 1 << 20 : 1 << 16);
        EveryMember(root, (_, payload, owner, fact, _) =>
        {
            var value = fact.Kind is "iri" or "appid" ? "urn:x:" + text : text;
            var utf8Json = Encoding.UTF8.GetBytes(JsonText.Write(payload, owner, fact.Name, (name, _) => $"{name}:\"{value}\""));
            if (fact.Kind is "text" or "iri" or "appid" or "context" or "any")
            {
                GradeEventSerializer.TryDeserialize(utf8Json, out _, out var error).Should().BeTrue(error?.Message);
            }
            else if (fact.Kind is not ("eventname" or "type"))
            {
                // An event name may be any, and so may a type in some places: both are tested by themselves.
                GradeEventSerializer.TryDeserialize(utf8Json, out _, out var error).Should().BeFalse("of {0}", fact.Name);
                error!.Message.Should().StartWith(owner[fact.Name]!.GetPath()).And.Match(it => it.Length < 1000);
            }
        });
    }

    private static void WrongTypes(PayloadMaker maker, JsonObject payload, JsonObject owner, Fact fact, string root)
    {
        var isExtended = fact.Kind is "session" or "resource" or "agent" or "entity" or "organization";
        var allowed = fact.Kind switch
        {
            "text" or "ctime" or "ntime" or "iri" or "appid" or "type" or "eventname" => "s",
            "boolean" => "tf",
            "integer" or "number" => "n",
            "score" => "no",
            "id" => "ns",
            "context" => "sa",
            "any" => "0tfnsao",
            _ when fact.Kind.StartsWith("list:", StringComparison.Ordinal) => "a",
            _ when Facts.Entities.Contains(fact.Kind) || isExtended => "so",
            _ => "o",
        };
        if (!fact.Required)
        {
            allowed += '0';
        }

        foreach (var (kind, value) in new[] { ('0', "null"), ('t', "true"), ('f', "false"), ('n', "7"), ('s', "\"text\""), ('a', "[]"), ('o', "{}") })
        {
            if (!allowed.Contains(kind, StringComparison.Ordinal))
            {
                var json = JsonText.Write(payload, owner, fact.Name, (name, _) => $"{name}:{value}");
                Fails(root, json, owner[fact.Name]!.GetPath());
            }
        }
    }

    private static void Missing(PayloadMaker maker, JsonObject payload, JsonObject owner, Fact fact, string root)
    {
        if (fact.Required)
        {
            var path = owner[fact.Name]!.GetPath();
            Fails(root, JsonText.Write(payload, owner, fact.Name, (_, _) => "\"removed\":1"), path + ": the required member \"" + fact.Name + "\" is missing; expected");
        }
    }

    private static void Twice(PayloadMaker maker, JsonObject payload, JsonObject owner, Fact fact, string root)
    {
        var path = owner[fact.Name]!.GetPath();
        Fails(root, JsonText.Write(payload, owner, fact.Name, (name, value) => $"{name}:{value},{name}:{value}"), path + ": expected each member once");
        var escaped = $"\\u{(int)fact.Name[0]:x4}{fact.Name[1..]}";
        Fails(root, JsonText.Write(payload, owner, fact.Name, (name, value) => $"\"{escaped}\":{value},{name}:{value}"), path + ": expected each member once");
    }

    private static void NotUnicode(PayloadMaker maker, JsonObject payload, JsonObject owner, Fact fact, string root)
    {
        if (owner[fact.Name]!.GetValueKind() == JsonValueKind.String)
        {
            var path = owner[fact.Name]!.GetPath();
            Fails(root, JsonText.Write(payload, owner, fact.Name, (name, _) => $"{name}:\"a\\ud800\""), path + ": expected");
            Fails(root, JsonText.Write(payload, owner, fact.Name, (name, _) => $"{name}:\"\\udc00a\""), path + ": expected");
        }

        Fails(root, JsonText.Write(payload, owner, fact.Name, (_, value) => $"\"\\ud800\":{value}"), "expected");
    }

    private static void EveryMember(string root, Action<PayloadMaker, JsonObject, JsonObject, Fact, string> check)
    {
        var maker = new PayloadMaker(random: null);
        var payload = maker.Make(root);
        Read(root, JsonText.Write(payload)).Should().NotBeNull("it is right before it is made wrong");
        var step = Mutations.AreMany ? 1 : root == "CaliperEnvelope" ? 4 : 2; // the entities in an envelope are tried by themselves too
        foreach (var (owner, fact) in maker.Places.Where((_, i) => i % step == 0))
        {
            check(maker, payload, owner, fact, root);
        }
    }
}
