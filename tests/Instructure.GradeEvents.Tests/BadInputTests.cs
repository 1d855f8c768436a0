using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Instructure.GradeEvents.Caliper;
using Instructure.GradeEvents.Canvas;
using Instructure.GradeEvents.Tests.Support;
using static Instructure.GradeEvents.Tests.Support.BadInput;

namespace Instructure.GradeEvents.Tests;

/// <summary>Whatever is wrong with a document, at every place where it can be: a JsonException that says where, and what was expected.</summary>
public class BadInputTests
{
    public static TheoryData<string> SampleNames => Repository.SampleNames();

    [Theory]
    [InlineData("BODY,BODY,METADATA")]
    [InlineData("BODY,METADATA,BODY")]
    [InlineData("METADATA,BODY,BODY")]
    [InlineData("METADATA,METADATA,BODY")]
    [InlineData("METADATA,BODY,METADATA")]
    public void The_parts_of_an_event_twice_in_any_order(string members)
    {
        var payload = JsonNode.Parse(Repository.Sample("grade-change-by-teacher.json"))!;
        var json = "{" + members.Replace("BODY", "\"body\":" + payload["body"]!.ToJsonString(), StringComparison.Ordinal).Replace("METADATA", "\"metadata\":" + payload["metadata"]!.ToJsonString(), StringComparison.Ordinal) + "}";

        GradeEventSerializer.TryDeserialize(json, out _, out var error).Should().BeFalse();

        error!.Message.Should().Contain("expected each member once, found this one twice");
    }

    [Fact]
    public void Half_of_a_surrogate_pair_in_a_string_is_found_where_it_is()
    {
        var start = Repository.SampleText("grade-change-compact.json").Trim()[..^1];
        foreach (var before in new[] { "😀", "é😀学", string.Empty })
        {
            foreach (var half in new[] { "\ud800", "a\ude00", "\ude00\ud800" })
            {
                var json = start + ",\"y\":\"" + before + "\",\"x\":";
                GradeEventSerializer.TryDeserialize(json + "\"" + half + "\"}", out _, out var error).Should().BeFalse();

                error!.Message.Should().StartWith("$.x: expected valid Unicode text").And.EndWith($"(line 1, byte {Encoding.UTF8.GetByteCount(json) + 1}).");
            }
        }
    }

    [Theory]
    [MemberData(nameof(SampleNames))]
    public void Truncated_anywhere(string name)
    {
        var json = Repository.SampleText(name).Trim();
        var utf8Json = Encoding.UTF8.GetBytes(json);
        for (var length = 0; length < utf8Json.Length; length += Mutations.AreMany ? 1 : 5)
        {
            Fails(utf8Json.AsSpan(0, length), "expected").Path.Should().StartWith("$");
        }
    }

    [Theory]
    [InlineData("{\"a\":1,\"b\":{\"c\":[{\"d\":1,\"d\":2}]}}", "b.c[0].d")]
    [InlineData("{\"a\":1,\"\\u0061\":2}", "a")]
    [InlineData("[{\"e\":\"\\ud800\"}]", "[0].e")]
    [InlineData("[{\"\\udc00\":1}]", "[0].\uFFFD")]
    public void Inside_of_a_member_that_is_not_known(string value, string path)
    {
        foreach (var root in Facts.Roots)
        {
            var maker = new PayloadMaker(random: null);
            var payload = maker.Make(root);
            foreach (var owner in maker.Open)
            {
                owner["unknown"] = 1;
                var json = JsonText.Write(payload, owner, "unknown", (name, _) => $"{name}:{value}");
                var separator = path.StartsWith('[') ? null : ".";
                Fails(json, owner["unknown"]!.GetPath() + separator + path);
                owner.Remove("unknown");
            }
        }
    }

    [Theory]
    [InlineData(15)]
    [InlineData(16)]
    [InlineData(17)]
    [InlineData(100)]
    [InlineData(10_000)]
    public void A_name_that_stands_twice_among_many_that_are_not_known(int count)
    {
        var names = Enumerable.Range(0, count).Select(static number => $"\"name{number}\"").ToArray();
        foreach (var (name, path) in new[] { (names[0], "name0"), (names[count / 2], $"name{count / 2}"), (names[^1], $"name{count - 1}"), ("\"n\\u0061me7\"", "name7") })
        {
            var members = string.Concat(names.Select(static other => other + ":{\"name0\":[]},")) + name + ":null";
            Fails(WithUnknown("\"unknown\":[{" + members + "}]"), $"$.body.unknown[0].{path}: expected each member once");
            Fails(WithUnknown(members), $"$.body.{path}: expected each member once");
        }

        static string WithUnknown(string members) => Repository.SampleText("grade-change-compact.json").Replace("\"body\":{", "\"body\":{" + members + ",", StringComparison.Ordinal);
    }

    [Fact]
    public void Members_that_are_not_known_come_back_as_they_were_but_for_white_space()
    {
        var json = Repository.SampleText("grade-change-compact.json").Replace(
            "\"body\":{", "\"body\":{\"new\" : [ 1.50 , { \"a\\u0062\" : \"\\u00e9 \\ud83d\\ude00\\n\" , \"c\":{ } } , [ ] , true,null,-0.0e-7 ],\"n\\u0065w2\":1 ,", StringComparison.Ordinal);

        var liveEvent = (GradeChangeEvent)GradeEventSerializer.Deserialize(json);

        var unknown = liveEvent.Body.UnknownMembers;
        unknown.Keys.Should().Equal("new", "new2");
        unknown["new"].GetRawText().Should().Be("[1.50,{\"a\\u0062\":\"\\u00e9 \\ud83d\\ude00\\n\",\"c\":{}},[],true,null,-0.0e-7]");
        unknown["new"][1].GetProperty("ab").GetString().Should().Be("é 😀\n");
        GradeEventSerializer.Serialize(liveEvent).Should().EndWith("\"new\":[1.50,{\"ab\":\"é \\uD83D\\uDE00\\n\",\"c\":{}},[],true,null,-0.0e-7],\"new2\":1}}");
    }

    [Fact]
    public void Invalid_UTF8_in_any_string_or_name()
    {
        foreach (var root in Facts.Roots)
        {
            var json = JsonText.Write(new PayloadMaker(random: null).Make(root));
            for (var i = 1; i < json.Length; i++)
            {
                if (json[i] == '"' && json[i - 1] != '\\')
                {
                    var utf8Json = Encoding.UTF8.GetBytes(json);
                    utf8Json[i - 1] = json[i - 1] == '"' ? utf8Json[i - 1] : (byte)0xC3;
                    utf8Json = json[i - 1] is '"' or ':' or ',' or '{' or '[' ? [.. utf8Json[..(i + 1)], 0xFF, .. utf8Json[(i + 1)..]] : utf8Json;
                    Fails(utf8Json, string.Empty);
                }
            }
        }
    }

    [Fact]
    public void Half_of_a_surrogate_pair_in_a_string_of_dotnet()
    {
        var json = Repository.SampleText("grade-change-by-teacher.json");
        Action read = () => GradeEventSerializer.Deserialize(json.Replace("r.okafor", "𝔸\ud83d!", StringComparison.Ordinal));
        read.Should().Throw<JsonException>().WithMessage("$.metadata.user_login: expected valid Unicode*");

        read = () => GradeEventSerializer.Deserialize(json.Replace("r.okafor", "\ude00", StringComparison.Ordinal));
        read.Should().Throw<JsonException>().WithMessage("$.metadata.user_login: expected valid Unicode*");

        read = () => GradeEventSerializer.Deserialize("\ud83d");
        read.Should().Throw<JsonException>();
    }

    [Fact]
    public void Nested_deeper_than_64()
    {
        foreach (var root in Facts.Roots)
        {
            var maker = new PayloadMaker(random: null);
            var payload = maker.Make(root);
            foreach (var owner in maker.Open)
            {
                owner["unknown"] = 1;
                var depth = 1;
                for (var parent = owner.Parent; parent is not null; parent = parent.Parent)
                {
                    depth++;
                }

                Fails(With(64 - depth + 1), "unknown");
                GradeEventSerializer.TryDeserialize(With(64 - depth), out _, out var error).Should().BeTrue(error?.Message);
                owner.Remove("unknown");

                byte[] With(int levels) => Encoding.UTF8.GetBytes(JsonText.Write(payload, owner, "unknown", (name, _) => $"{name}:{new string('[', levels)}{new string(']', levels)}"));
            }
        }
    }

    [Fact]
    public void Attempts_nested_deeper_than_64()
    {
        const string Id = "\"id\":\"urn:a:b\",\"type\":\"Attempt\"";
        var json = new StringBuilder("{" + Id + "}");
        for (var i = 0; i < 64; i++)
        {
            json.Insert(0, "{" + Id + ",\"isPartOf\":").Append('}');
        }

        Action read = () => JsonSerializer.Deserialize<Attempt>(json.ToString(), GradeEventSerializer.Options);

        read.Should().Throw<JsonException>().WithMessage("*maximum*depth*");
    }

    [Theory]
    [InlineData("")]
    [InlineData("   \n")]
    [InlineData("null")]
    [InlineData("true")]
    [InlineData("12")]
    [InlineData("\"text\"")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("{\"type\":\"Grade\"}")]
    [InlineData("{'a':1}")]
    [InlineData("\ufeff")]
    public void A_document_that_is_no_event(string json) => Fails(json, "$: expected");

    [Fact]
    public void What_calls_itself_a_grade_event_is_told_what_is_missing() => Fails("{\"type\":\"GradeEvent\"}", "the required member \"@context\" is missing");

    [Fact]
    public void A_Caliper_event_without_envelope_of_a_wrong_type_is_refused_like_one_in_an_envelope()
    {
        var bare = JsonNode.Parse(Repository.Sample("caliper-published-example.json"))!["data"]![0]!.ToJsonString();

        Fails(bare.Replace("\"type\":\"GradeEvent\"", "\"type\":5", StringComparison.Ordinal), "expected the name of a type (a string), found the number 5").Path.Should().Be("$.type");
        Fails(bare.Replace("\"action\":", "\"x\":", StringComparison.Ordinal), "the required member \"action\" is missing");
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("x")]
    [InlineData(",")]
    [InlineData("\0")]
    public void Text_after_the_document(string text) => Fails(Repository.SampleText("caliper-thinned.json") + text, "expected well-formed JSON");

    [Theory]
    [InlineData("/* comment */")]
    [InlineData("// comment\n")]
    public void Comments(string comment)
    {
        var json = Repository.SampleText("caliper-thinned.json");
        Fails(comment + json, "expected well-formed JSON");
        Fails(json.Replace("\"data\":", comment + "\"data\":", StringComparison.Ordinal), "expected well-formed JSON");
        Fails(json + comment, "expected well-formed JSON");
    }

    [Theory]
    [MemberData(nameof(SampleNames))]
    public void A_comment_between_any_two_tokens(string name)
    {
        var json = Repository.SampleText(name);
        var isText = false;
        for (var i = 0; i < json.Length; i++)
        {
            isText ^= json[i] == '"' && json[i - 1] != '\\';
            if (!isText && json[i] is ',' or ':' or '{' or '}' or '[' or ']')
            {
                Fails(json.Insert(i, "/**/"), "expected well-formed JSON");
            }
        }
    }

    [Fact]
    public void A_byte_order_mark_is_accepted()
    {
        byte[] utf8Json = [0xEF, 0xBB, 0xBF, .. Repository.Sample("grade-change-compact.json")];
        var expected = GradeEventSerializer.Deserialize(utf8Json.AsSpan(3));

        GradeEventSerializer.Deserialize(utf8Json).Should().Be(expected);
        GradeEventSerializer.Deserialize("\ufeff" + Repository.SampleText("grade-change-compact.json")).Should().Be(expected);
        GradeEventSerializer.TryDeserialize("\ufeff" + Repository.SampleText("grade-change-compact.json"), out var liveEvent, out var error).Should().BeTrue();
        (liveEvent, error).Should().Be((expected, (JsonException?)null));
    }

    [Fact]
    public void A_string_of_a_megabyte_is_accepted()
    {
        var text = new string('ä', 1 << 20);
        var json = Repository.SampleText("grade-change-by-teacher.json")
            .Replace("Problem set 3: sampling & bias", text, StringComparison.Ordinal)
            .Replace("\"body\":", $"\"unknown\": \"{text}\", \"body\":", StringComparison.Ordinal);

        var liveEvent = GradeEventSerializer.Deserialize(json);

        liveEvent.Should().BeOfType<GradeChangeEvent>().Which.Body.AssignmentName.Should().Be(text);
        JsonText.Difference(json, GradeEventSerializer.Serialize(liveEvent)).Should().BeNull();
    }

    [Theory]
    [InlineData("grade_change", "grade-override-set.json", "$.body.assignment_id: the required member*; this body looks like the one of grade_override (line*")]
    [InlineData("grade_change", "final-grade-custom-status-set.json", "$.body.assignment_id: the required member*; this body looks like the one of final_grade_custom_status (line*")]
    [InlineData("course_grade_change", "grade-override-set.json", "$.body.created_at: the required member*; this body looks like the one of grade_override (line*")]
    [InlineData("grade_override", "final-grade-custom-status-set.json", "$.body: expected an object (GradeOverrideBody), found a body that looks like the one of final_grade_custom_status (line*")]
    [InlineData("final_grade_custom_status", "grade-override-removed.json", "$.body: expected an object (FinalGradeCustomStatusBody), found a body that looks like the one of grade_override (line*")]
    [InlineData("final_grade_custom_status", "grade-change-by-teacher.json", "$.body.course_id: the required member*; this body looks like the one of grade_change (line*")]
    public void The_body_of_any_other_event_is_told_from_the_own_one(string eventName, string sample, string message)
    {
        var payload = JsonNode.Parse(Repository.Sample(sample))!;
        payload["metadata"]!["event_name"] = eventName;

        GradeEventSerializer.TryDeserialize(payload.ToJsonString(), out _, out var error).Should().BeFalse();

        error!.Message.Should().Match(message);
    }

    [Fact]
    public void A_body_with_all_that_is_its_own_may_also_have_members_of_another()
    {
        var payload = JsonNode.Parse(Repository.Sample("grade-override-set.json"))!;
        payload["body"]!["override_status"] = "Incomplete";
        payload["body"]!["grade"] = "A";

        GradeEventSerializer.Deserialize(payload.ToJsonString()).Should().BeOfType<GradeOverrideEvent>().Which.Body.UnknownMembers.Keys.Should().BeEquivalentTo("override_status", "grade");

        payload["body"]!.AsObject().Remove("override_score");
        payload["body"]!.AsObject().Remove("old_override_score");
        payload["body"]!.AsObject().Remove("override_status");
        GradeEventSerializer.Deserialize(payload.ToJsonString()).Should().BeOfType<GradeOverrideEvent>("it has nothing of the status, and a grade_change has none of its scores");
    }

    [Fact]
    public void The_message_says_where_and_what()
    {
        var json = "{\n  \"metadata\": {\n    \"event_name\": \"grade_change\", \"event_time\": 12\n  }, \"body\": {} }";

        var error = Fails(json, string.Empty);

        error.Message.Should().Be("$.metadata.event_time: expected a time in ISO 8601 with its offset (2019-11-01T19:11:05.222Z), found the number 12 (line 3, byte 49).");
        error.Path.Should().Be("$.metadata.event_time");
        error.LineNumber.Should().Be(2);
        error.BytePositionInLine.Should().Be(48);
    }

    [Theory]
    [InlineData("fffe7b007d00", "this is UTF-16 or no text at all; expected JSON in UTF-8")]
    [InlineData("7b007d00", "this is UTF-16 or no text at all; expected JSON in UTF-8")]
    [InlineData("007b007d", "this is UTF-16 or no text at all; expected JSON in UTF-8")]
    [InlineData("1f8b0800", "this is compressed with gzip; the event is in what it unpacks to")]
    [InlineData("3c68746d6c3e", "this is XML or HTML; expected the JSON of an event")]
    public void Another_kind_of_document_is_guessed(string hexadecimal, string guess) => Fails(Convert.FromHexString(hexadecimal), guess);

    [Fact]
    public void What_a_terminal_would_act_on_is_not_in_the_message()
    {
        var name = "\\u001b[31m\\n" + new string('x', 1000);
        var json = "{\"metadata\":{\"event_name\":\"x\",\"event_time\":\"2026-01-01T00:00:00Z\",\"" + name + "\":{\"a\":1,\"a\":2}},\"body\":\"\\u001b[31m\"}";
        GradeEventSerializer.TryDeserialize(Encoding.UTF8.GetBytes(json), out _, out var error).Should().BeFalse();
        error!.Message.Should().StartWith("$.metadata['\\u001b[31m\\u000ax").And.NotContainAny("\u001b", "\n");
        error.Message.Length.Should().BeLessThan(600);

        Fails("{\"metadata\":{\"event_name\":\"x\",\"event_time\":\"\\u001b[31m\"},\"body\":1}", "found the string \"\\u001b[31m\"");
        Fails("{\"metadata\":{\"event_name\":\"x\",\"event_time\":\"a\u202eb\"},\"body\":1}", "found the string \"a\\u202eb\"");
        Fails("{\"metadata\":t\n\u001b}", "'t\\u000a\\u001b}' is an invalid JSON literal");
    }

    [Fact]
    public void A_long_value_is_not_quoted_whole()
    {
        var json = "{\"metadata\":{\"event_name\":\"x\",\"event_time\":\"" + new string('x', 39) + "😀" + new string('y', 1000) + "\"},\"body\":{}}";

        Fails(json, new string('x', 39) + "…\" (line").Message.Length.Should().BeLessThan(300);
    }
}
