using System.Globalization;
using System.Text.Json.Nodes;

namespace Instructure.GradeEvents.Tests.Support;

/// <summary>Makes payloads by the <see cref="Facts"/>, and remembers what stands where.</summary>
/// <param name="random">Decides what is there; null for payloads with every member, once.</param>
/// <param name="asDocumented">Whether every value has the form that the documents give, and not only one that reads.</param>
internal sealed class PayloadMaker(Random? random, bool asDocumented = false)
{
    private const string Caliper = "http://purl.imsglobal.org/ctx/caliper/v1p1";

    private int _count;

    /// <summary>The places of the last payload: the object that has the member, and the fact about it.</summary>
    public List<(JsonObject Owner, Fact Fact)> Places { get; } = [];

    /// <summary>The objects of the last payload to which a member could be added that the library doesn't know.</summary>
    public List<JsonObject> Open { get; } = [];

    public JsonObject Make(string root)
    {
        Places.Clear();
        Open.Clear();
        return Object(root, depth: 0);
    }

    /// <summary>A payload in which a member that the library doesn't know is at random places.</summary>
    public JsonObject MakeWithUnknownMembers(string root)
    {
        var payload = Make(root);
        foreach (var owner in Open)
        {
            if (random!.Next(4) == 0)
            {
                owner.Insert(random.Next(owner.Count + 1), "x-" + random.Next(100).ToString(CultureInfo.InvariantCulture), Any(3));
            }
        }

        return payload;
    }

    private bool Chance(int of) => random is not null && random.Next(of) == 0;

    private JsonObject Object(string type, int depth)
    {
        var facts = Facts.OfTerm(type);
        IEnumerable<Fact> order = facts;
        if (random is not null)
        {
            order = Chance(2) ? facts.OrderBy(_ => random.Next()) : facts;
        }

        var result = new JsonObject();
        Open.Add(result);
        foreach (var fact in order)
        {
            if (!fact.Required)
            {
                if (random is null ? IsEntity(fact.Kind) && depth > 2 : random.Next(3) == 0 || (IsEntity(fact.Kind) && depth > 3))
                {
                    continue;
                }

                if (Chance(6))
                {
                    result[fact.Name] = null;
                    continue;
                }
            }

            Places.Add((result, fact));
            result[fact.Name] = fact.Kind == "type" ? type : (asDocumented ? Term(type, fact.Name) : null) ?? Value(fact.Kind, depth);
        }

        return result;
    }

    /// <summary>What the documents say of texts of one member only.</summary>
    private JsonNode? Term(string type, string name) => (type, name) switch
    {
        (_, "dataVersion") => Caliper,
        ("GradeEvent", "id") => "urn:uuid:319f0132-0584-4efd-9489-" + Next(1, 1_000_000_000).ToString("x12", CultureInfo.InvariantCulture),
        ("GradeEvent", "action") => "Graded",
        ("Membership", "roles") => new JsonArray("Learner", "Instructor#TeachingAssistant"),
        ("Membership", "status") => "Active",
        ("CourseGradeChangeBody", "workflow_state") => "active",
        (_, "duration") => "PT50M12S",
        _ => null,
    };

    private static bool IsEntity(string kind) => Facts.TypesAt(kind.Replace("list:", null, StringComparison.Ordinal)).Count > 0;

    private JsonNode? Value(string kind, int depth)
    {
        if (kind.StartsWith("list:", StringComparison.Ordinal))
        {
            var count = random?.Next(4) ?? 1;
            return new JsonArray([.. Enumerable.Range(0, kind == "list:item" ? Math.Max(count, 1) : count).Select(_ => Value(kind[5..], depth))]);
        }

        if (kind.StartsWith("extensions:", StringComparison.Ordinal))
        {
            var extensions = new JsonObject();
            if (!Chance(4))
            {
                extensions["com.instructure.canvas"] = Object(kind[11..], depth + 1);
            }

            if (Chance(3))
            {
                extensions["com.example.'vendor'"] = Any(3);
            }

            return extensions;
        }

        if (kind.StartsWith("metadata:", StringComparison.Ordinal))
        {
            var metadata = Object("CanvasEventMetadata", depth + 1);
            metadata["event_name"] = kind[9..];
            return metadata;
        }

        if (Facts.TypesAt(kind) is { Count: > 0 } types)
        {
            if (kind != "item" && (Chance(3) || (random is not null && depth > 4)))
            {
                return Iri();
            }

            var type = random is null ? types[0] : types[random.Next(types.Count - (asDocumented && kind == "item" ? 1 : 0))];
            return type == "NavigationEvent" ? new JsonObject { ["type"] = type, ["id"] = Iri(), ["action"] = Any(2) } : Object(type, depth + 1);
        }

        return kind switch
        {
            "text" => Text(),
            "boolean" => random is null || Chance(2),
            "integer" => random?.Next() ?? 3,
            "number" => Number(),
            "score" => Chance(3) ? new JsonObject { ["numberStr"] = Number().ToJsonString() } : Number(),
            "ctime" or "ntime" => Time(kind),
            "iri" => Iri(),
            "appid" => Chance(2) ? "www.canvaslms.com" : Iri(),
            "id" => !asDocumented && Chance(4) ? JsonNode.Parse(Id()) : Id(),
            "context" => Chance(3) ? new JsonArray("http://example.org/ctx", new JsonObject { ["ex"] = Any(2) }, Caliper) : Caliper,
            "object" => new JsonObject { ["a.b"] = Any(2), ["c"] = Any(2) },
            "any" => Any(3),
            "eventname" => "replaced",
            _ when char.IsUpper(kind[0]) => Object(kind, depth + 1),
            _ => throw new ArgumentException("There is no such kind: " + kind, nameof(kind)),
        };
    }

    private string Text() => random is null
        ? "text " + (++_count).ToString(CultureInfo.InvariantCulture)
        : new[] { "", "A-", "Zoë & 'Ø' \"q\" <b>", "87.5%", "\u0001\u2028\t", "𝔸𝔹", "2026", "2026-01-01T00:00:00Z" }[random.Next(8)] + random.Next(10).ToString(CultureInfo.InvariantCulture);

    private string Iri() => "urn:instructure:canvas:user:2107" + Next(1, 1_000_000_000).ToString("D13", CultureInfo.InvariantCulture);

    private string Id() => Chance(3)
        ? Next(1, 9_000_000).ToString(CultureInfo.InvariantCulture)
        : "2107" + Next(1, 1_000_000_000).ToString("D13", CultureInfo.InvariantCulture);

    private JsonNode Number() => JsonNode.Parse(random is null
        ? (++_count).ToString(CultureInfo.InvariantCulture) + ".5"
        : new[] { "0", "-1", "10.0", "1e2", "0.1", "87.33333333333333", "1234567890.123456789", "8.881784197001252e-16", "-1E-400", "0.12345678901234567890123456789012345", "1.00000000000000000000000000000000000", "79228162514264337593543950335" }[random.Next(asDocumented ? 11 : 12)])!;

    private string Time(string kind)
    {
        var time = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero).AddMilliseconds(Next(1, 1_000_000_000));
        return (asDocumented && kind == "ctime" ? 0 : random?.Next(asDocumented ? 2 : 6) ?? 0) switch
        {
            1 => time.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
            2 => time.ToOffset(TimeSpan.FromHours(-7)).ToString("yyyy-MM-dd'T'HH:mm:ss.fffzzz", CultureInfo.InvariantCulture),
            3 => time.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'0000001Z'", CultureInfo.InvariantCulture),
            4 => time.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'1234567+07:00'", CultureInfo.InvariantCulture),
            5 => time.AddTicks(1234).ToString("yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'", CultureInfo.InvariantCulture),
            _ => time.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture),
        };
    }

    private JsonNode? Any(int depth) => (random is null ? ++_count % 6 : random.Next(depth > 0 ? 8 : 5)) switch
    {
        0 => null,
        1 => true,
        2 => JsonNode.Parse("12345678901234567890123456789012345678901234567890.5e-400"),
        3 => random is null ? "any" : Text(),
        4 => JsonNode.Parse("1.50"),
        5 => new JsonArray(Any(depth - 1), Any(depth - 1)),
        _ => new JsonObject { ["y"] = Any(depth - 1), ["type"] = Any(depth - 1), ["ü 'z'"] = Any(depth - 1) },
    };

    private long Next(int least, int below) => random?.Next(least, below) ?? ++_count;
}
