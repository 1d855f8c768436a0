using System.Text.Json.Nodes;
using Instructure.GradeEvents.Tests.Support;

namespace Instructure.GradeEvents.Validation.Tests.Cases;

/// <summary>Payloads with one fault each, made from the facts: for every member of a full payload, everything that can be wrong with it.</summary>
internal static class FaultCases
{
    private const string Caliper = "http://purl.imsglobal.org/ctx/caliper/v1p1";
    private const string Entity = """{"id":"urn:x:y","type":"TYPE"}""";

    private static readonly string[] s_iris = ["", "no-scheme", "/relative", "www.example.org", "a b", "urn:x y", "http://example.org/a b", ":x", "1a:b", "http:", "ü:b", "urn:x\\n", " urn:x", "http://example.org/<x>", "urn:x\\u00a0y"];
    private static readonly string[] s_dates = ["", "2019-11-16", "now", "2019-11-16T02:09:06.543", "2019-11-16T02:09:06.543+00:00", "2019-11-16T02:09:06.543-07:00", "2019-13-16T02:09:06.543Z", "2019-00-16T02:09:06.543Z",
        "2019-02-29T02:09:06.543Z", "1900-02-29T02:09:06.543Z", "2019-04-31T02:09:06.543Z", "2019-11-00T02:09:06.543Z", "2019-11-16T24:00:00.000Z", "2019-11-16T02:60:06.543Z", "2019-11-16T02:09:60.543Z", "2019-11-16 02:09:06.543Z",
        "2019-11-16t02:09:06.543z", "20191116T020906.543Z", "2019-11-16T02:09:06.543Z\\n", " 2019-11-16T02:09:06.543Z", "0000-01-01T00:00:00.000Z", "٢٠١٩-11-16T02:09:06.543Z", "2019-11-16T02:09:06,543Z", "2019-11-16T02:09:06.Z"];

    private static readonly string[] s_ids = ["", "abc", "-5", "+5", "1.0", "1e3", " 5", "5 ", "5\\n", "007", "0x10", "٥", "9223372036854775808", "99999999999999999999", "2107~11086", "21070000000011086x"];

    /// <summary>What the payloads with faults are: all that can be valid.</summary>
    public static IReadOnlyList<string> Roots { get; } = [.. Facts.Roots.Where(static root => !root.StartsWith("Unknown", StringComparison.Ordinal)).SelectMany(static root => root == "CaliperEnvelope" ? [root, "GradeEvent"] : new[] { root })];

    /// <summary>One of how many cases is tried: all when many are wanted; otherwise fewer of the formats that hold many entities.</summary>
    public static int QuickStep(string root) => root is "GradeEvent" or "CaliperEnvelope" && !Mutations.AreMany ? 4 : 1;

    /// <summary>The cases of a full payload.</summary>
    /// <param name="root">The kind of the payload.</param>
    /// <param name="step">One of how many cases.</param>
    public static IEnumerable<FaultCase> Of(string root, int step)
    {
        var number = 0;
        var maker = new PayloadMaker(null, asDocumented: true);
        var payload = maker.Make(root);
        foreach (var (owner, fact) in maker.Places.ToArray())
        {
            var path = PointerTo(owner) + "/" + fact.Name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);
            if (fact.Required && number++ % step == 0)
            {
                var index = owner.IndexOf(fact.Name);
                var removed = owner[fact.Name];
                owner.Remove(fact.Name);
                var json = JsonText.Write(payload);
                owner.Insert(index, fact.Name, removed);
                yield return new(json, path, "required");
            }

            // The document is written once for each member; the null characters, of which there are no others, are where it is cut into pieces.
            var pieces = JsonText.Write(payload, owner, fact.Name, static (name, written) => $"\0{name}\0{written}\0").Split('\0');
            var (before, name, written, after) = (pieces[0], pieces[1], pieces[2], pieces[3]);
            foreach (var (value, at, code) in Values(owner, fact))
            {
                if (number++ % step == 0)
                {
                    yield return new($"{before}\n  {name}: {value}\r\n{after}", path + at, code);
                }
            }

            if (number++ % step == 0)
            {
                yield return new($"{before}{name}:{written},\n\t{name} : 5{after}", path, "duplicate-property");
            }
        }
    }

    public static string PointerTo(JsonNode node) => node.Parent switch
    {
        JsonObject parent => PointerTo(parent) + "/" + node.GetPropertyName().Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal),
        JsonArray parent => PointerTo(parent) + "/" + node.GetElementIndex(),
        _ => string.Empty,
    };

    /// <summary>Values that the member can't have, where under the member the fault is, and its code.</summary>
    private static IEnumerable<(string Value, string At, string Code)> Values(JsonObject owner, Fact fact)
    {
        var kind = fact.Name == "duration" ? "duration"
            : fact.Name == "id" && owner.ContainsKey("eventTime") ? "eventid"
            : fact.Kind;
        var cases = kind switch
        {
            _ when fact.Name is "action" => [.. Types("string"), .. Texts("enum", "graded", "Submitted", "", "Graded\\n", " Graded")],
            _ when fact.Name is "dataVersion" => [.. Types("string"), .. Texts("enum", "http://purl.imsglobal.org/ctx/caliper/v1p0", "https://purl.imsglobal.org/ctx/caliper/v1p1", "", Caliper + "\\n")],
            "eventid" => [.. Types("string"), .. Texts("pattern", [.. s_iris, "urn:x:y", "urn:uuid:", "319f0132-0584-4efd-9489-4959b7101731", "urn:uuid:319f0132-0584-4efd-9489-4959b710173", "urn:uuid:319f0132-0584-4efd-9489-4959b710173g", "urn:uuid:319f013205844efd94894959b7101731",
                "urn:uuid:{319f0132-0584-4efd-9489-4959b7101731}", "urn:uuid:319f0132-0584-4efd-9489-4959b7101731\\n"]), .. Texts(FaultCase.Valid, "urn:uuid:319F0132-0584-4EFD-9489-4959B7101731")],
            "text" => Types("string"),
            "type" => Types("string"),
            "boolean" => Types("boolean"),
            "integer" => [.. Types("number"), .. Each("type", "1.5", "-0.1", "1e-3", "1e-40", "1.0000000000000000001", "0.00000000000000000000000000000000000001"), .. Each("maximum", "2147483648", "1e400", "123456789012345678901234567890", "1E30"), .. Each("minimum", "-2147483649", "-1e400"),
                .. Each(FaultCase.Valid, "0", "2147483647", "-2147483648", "1.0", "2e2", "-0")],
            "number" => [.. Types("number"), .. Each("maximum", "1e23", "1e29", "1e400", "1234567890123456789012345678901"), .. Each("minimum", "-1e29", "-1e400"), .. Each(FaultCase.Valid, "0", "-1", "1e22", "10000000000000000000000", "1e-400", "0.1", "87.333333333333333333333333333333333333")],
            "score" => [.. Types("number", "object"), .. Each("maximum", "1e29", "1e400"),
                ("{}", "/numberStr", "required"), ("""{"numberStr":5}""", "/numberStr", "type"), ("""{"numberStr":null}""", "/numberStr", "type"), ("""{"numberStr":"1","x":1}""", "/x", "additional-properties"), ("""{"id":"urn:x:y","type":"Agent"}""", "/numberStr", "required"), ("""{"numberstr":"1"}""", "/numberStr", "required"),
                .. new[] { "", "abc", "1,5", "01", "1.", ".5", "+1", "1e", "1 ", "1\\n", "NaN", "1e400", "1e99999999999" }.Select(static text => ($$"""{"numberStr":"{{text}}"}""", "/numberStr", "pattern")),
                .. new[] { "10.0", "-0.5", "1e2", "1E-3", "0", "8.881784197001252e-16" }.Select(static text => ($$"""{"numberStr":"{{text}}"}""", "", FaultCase.Valid))],
            "ctime" => [.. Types("string"), .. Texts("pattern", [.. s_dates, "2019-11-16T02:09:06Z", "2019-11-16T02:09:06.5Z", "2019-11-16T02:09:06.543210Z"]), .. Texts(FaultCase.Valid, "2020-02-29T23:59:59.999Z", "2000-02-29T00:00:00.000Z")],
            "ntime" => [.. Types("string"), .. Texts("pattern", [.. s_dates, "2019-11-16T02:09:06.0123456789Z"]), .. Texts(FaultCase.Valid, "2019-11-16T02:09:06Z", "2019-11-16T02:09:06.5Z", "2019-11-16T02:09:06.543210Z")],
            "duration" => [.. Types("string"), .. Texts("pattern", "", "P", "PT", "P1", "50 minutes", "PT5", "P1H", "PT1D", "-PT1M", "PT1.5H2M", "PT1M\\n", "pt1m", "P1W2D", "PT1M1H", "PT1M30"),
                .. Texts(FaultCase.Valid, "PT0S", "P1Y2M3DT4H5M6.7S", "P2W", "PT0.5H", "P1D", "PT36H", "PT1M30,5S")],
            "iri" => [.. Types("string"), .. Texts("pattern", s_iris), .. Texts(FaultCase.Valid, "urn:x:y", "http://example.org/a?include[]=b&c=d#e", "https://bücher.example/𝔸", "mailto:a@b")],
            "appid" => [.. Types("string"), .. Texts("pattern", [.. s_iris, "www.canvaslms.com\\n"]), .. Texts(FaultCase.Valid, "www.canvaslms.com")],
            "id" => [.. Types("string"), .. Texts("pattern", s_ids), .. Texts(FaultCase.Valid, "0", "1", "21070000000011086", "9223372036854775807", "999999999999999999")],
            "context" => [.. Types("string", "array"), .. Texts("enum", "", "http://purl.imsglobal.org/ctx/caliper/v1p0", Caliper + "/"),
                ("[]", "", "min-items"), ($"[{string.Join(',', Enumerable.Repeat("\"http://example.org/\"", 8))},\"{Caliper}\"]", "", "max-items"), ("""["x"]""", "/0", "enum"), ($"""["{Caliper}","x"]""", "/1", "enum"), ($$"""["{{Caliper}}",{"a":1}]""", "/1", "type"),
                ($"""[5,"{Caliper}"]""", "/0", "type"), ($"""[null,"{Caliper}"]""", "/0", "type"), ($$"""["x",{"a":[]},"{{Caliper}}"]""", "", FaultCase.Valid), ($"""["{Caliper}"]""", "", FaultCase.Valid)],
            "eventname" => [.. Types("string"), .. Texts("unknown-event", "quiz_submitted", "", "Grade_change", "grade_change\\n")],
            "object" => Types("object"),
            "list:text" => [.. Types("array"), ("[5]", "/0", "type"), ("""["Learner",null]""", "/1", "type"), ("[]", "", FaultCase.Valid)],
            "list:item" => [.. Types("array"), ("[]", "", "min-items"), ("[null]", "/0", "type"), ("""["urn:x:y"]""", "/0", "type"), .. Entities("item").Select(static item => ($"[{item.Value}]", "/0" + item.At, item.Code))],
            _ when kind.StartsWith("list:", StringComparison.Ordinal) => [.. Types("array"), ("[null]", "/0", "type"), ("[5]", "/0", "type"), ("""["a b"]""", "/0", "pattern"), ("""["urn:x:y"]""", "", FaultCase.Valid), .. Entities(kind[5..]).Select(static item => ($"[{item.Value}]", item.Code.Length == 0 ? item.At : "/0" + item.At, item.Code))],
            _ when kind.StartsWith("extensions:", StringComparison.Ordinal) => [.. Types("object"), ("""{"com.instructure.canvas":5}""", "/com.instructure.canvas", "type"), ("""{"com.instructure.canvas":null,"x/y":5}""", "", FaultCase.Valid)],
            _ when Facts.TypesAt(kind).Count > 0 => [.. Types("string", "object"), .. Texts("pattern", s_iris), .. Entities(kind)],
            _ => Types("object"), // the metadata and the body
        };
        return [.. cases, ("null", "", fact.Required ? "type" : FaultCase.Valid)];
    }

    /// <summary>An entity of each type; most can't stand at the place.</summary>
    private static IEnumerable<(string Value, string At, string Code)> Entities(string kind)
    {
        var allowed = Facts.TypesAt(kind);
        foreach (var type in Facts.Entities.Append("Nonsense").Append("GradeEvent").Append("NavigationEvent"))
        {
            var isAllowed = type == "Nonsense" ? kind is "resource" or "entity" or "item" : allowed.Contains(type) && !Terms(type);
            var code = isAllowed ? FaultCase.Valid : kind == "item" && type == "NavigationEvent" ? "unknown-event" : "enum";
            if (type == "GradeEvent")
            {
                // It has a fault of its own where it may stand; elsewhere it is complete but for its place.
                if (kind != "item")
                {
                    yield return (Entity.Replace("TYPE", type, StringComparison.Ordinal), "/type", "enum");
                    yield return ($$"""{"@context":"{{Caliper}}","id":"urn:uuid:319f0132-0584-4efd-9489-4959b7101731","type":"GradeEvent","actor":"urn:x:y","action":"Graded","object":"urn:x:y","eventTime":"2019-11-01T19:11:05.222Z"}""", "/type", "enum");
                }

                continue;
            }

            yield return (Entity.Replace("TYPE", type, StringComparison.Ordinal), isAllowed ? string.Empty : "/type", code);
        }

        static bool Terms(string type) => type.EndsWith("Event", StringComparison.Ordinal);
    }

    /// <summary>Values of all JSON types but null and these.</summary>
    private static IEnumerable<(string Value, string At, string Code)> Types(params string[] allowed)
        => new[] { ("boolean", "true"), ("number", "5"), ("string", "\"text\""), ("array", "[]"), ("array", "[\"text\"]"), ("object", "{}"), ("object", """{"type":"text"}""") }
            .Where(type => !allowed.Contains(type.Item1))
            .Select(static type => (type.Item2, string.Empty, "type"));

    private static IEnumerable<(string Value, string At, string Code)> Texts(string code, params string[] texts) => texts.Select(text => ($"\"{text}\"", string.Empty, code));

    private static IEnumerable<(string Value, string At, string Code)> Each(string code, params string[] values) => values.Select(value => (value, string.Empty, code));
}
