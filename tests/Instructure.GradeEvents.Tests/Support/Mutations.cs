using System.Globalization;
using System.Text;

namespace Instructure.GradeEvents.Tests.Support;

/// <summary>Breaks documents.</summary>
internal static class Mutations
{
    private const string CountVariable = "GRADE_EVENTS_MUTATIONS";

    private static readonly byte[][] s_pieces =
    [
        .. new[]
        {
            "null", "true", "0", "-", "1e999", "\"\"", "{}", "[]", "{", "}", "[", "]", ",", ":", "\"", "\\", "\\u", "\\ud800", "\"id\":", "\"type\":",
            "\"type\":\"Person\"", "\"@context\"", "\"data\":[", "\"metadata\":{", "\"body\":", "\"attributes\":{", "\"extensions\":{",
            "\"com.instructure.canvas\":", "\"numberStr\":\"1\"", "/*", "//", "\n", "\0", "\u007f", "ü", "urn:", "99999999999999999999",
        }.Select(Encoding.UTF8.GetBytes),
        [0xFF], [0xC3], [0xED, 0xA0, 0x80], [0xEF, 0xBB, 0xBF],
    ];

    /// <summary>How many documents a test breaks: few, so that the tests are quick, or what the environment says.</summary>
    public static int Count => CountOf(Environment.GetEnvironmentVariable(CountVariable));

    /// <summary>Whether the environment asks for more than is quick: then the largest documents are tried too.</summary>
    public static bool AreMany => Environment.GetEnvironmentVariable(CountVariable) is not null;

    public static int CountOf(string? variable)
        => variable is null ? 5000
            : int.TryParse(variable, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count > 0 ? count
            : throw new InvalidOperationException($"{CountVariable} is \"{variable}\"; expected a positive number: how many documents a test breaks.");

    /// <summary>The document with one to three changes.</summary>
    public static byte[] Of(byte[] document, Random random)
    {
        var json = document.ToList();
        for (var changes = random.Next(1, 4); changes > 0; changes--)
        {
            Mutate(json, random);
        }

        return [.. json];
    }

    private static void Mutate(List<byte> json, Random random)
    {
        var at = random.Next(json.Count);
        var length = Math.Min(random.Next(1, 30), json.Count - at);
        switch (random.Next(7))
        {
            case 0:
                json[at] = (byte)random.Next(256);
                break;
            case 1:
                json.RemoveRange(at, length);
                break;
            case 2:
                json.InsertRange(at, s_pieces[random.Next(s_pieces.Length)]);
                break;
            case 3:
                json.InsertRange(random.Next(json.Count), json.GetRange(at, length));
                break;
            case 4:
                // A value of another kind, behind a colon.
                var colon = json.IndexOf((byte)':', at);
                if (colon >= 0)
                {
                    var end = json.FindIndex(colon, c => c is (byte)',' or (byte)'}');
                    json.RemoveRange(colon + 1, Math.Max(0, end - colon - 1));
                    json.InsertRange(colon + 1, s_pieces[random.Next(8)]);
                }

                break;
            case 5:
                // A whole line twice, or gone.
                var start = json.LastIndexOf((byte)'\n', at) + 1;
                var stop = json.IndexOf((byte)'\n', at);
                if (stop > start)
                {
                    var line = json.GetRange(start, stop - start + 1);
                    if (random.Next(2) == 0)
                    {
                        json.RemoveRange(start, line.Count);
                    }
                    else
                    {
                        json.InsertRange(start, line);
                    }
                }

                break;
            default:
                json.RemoveRange(at, json.Count - at);
                json.Add((byte)'}');
                break;
        }

        if (json.Count == 0)
        {
            json.Add((byte)'{');
        }
    }
}
