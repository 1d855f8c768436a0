using System.Text;

namespace Instructure.GradeEvents.Tests.Support;

/// <summary>Makes archives of documents in every form, whole and broken, and notes while it writes them what they hold.</summary>
internal sealed class ArchiveMaker(Random random)
{
    private readonly StringBuilder _text = new();
    private readonly List<(long Line, string Text, bool IsEvent)> _expected = [];
    private long _line = 1;
    private bool _isAtLineStart = true;

    /// <summary>What the archive holds, by its rules.</summary>
    public IReadOnlyList<(long Line, string Text, bool IsEvent)> Expected => _expected;

    public string Make(int count)
    {
        for (var i = 0; i < count; i++)
        {
            switch (random.Next(8))
            {
                case 0:
                    AddBroken(Compact());
                    break;
                case 1:
                    AddMalformed();
                    break;
                case 2:
                    Add(Pick("[1,\n{\"a\":2}]", "{}", "\"a \\\" }{\"", "[{}\n,[]\n]", "{\"a\":\"\\ud800\"}", "[" + Compact() + "]"), isEvent: false);
                    break;
                case 3:
                    Add(Pick("17", "-1.5e3", "null", "true"), isEvent: false);
                    Append(Pick(" ", "\n")); // they have no end of their own
                    break;
                case 4:
                    Add(Pretty(), isEvent: true);
                    break;
                default:
                    Add(Compact(), isEvent: true);
                    break;
            }

            Append(Pick(string.Empty, string.Empty, "\n", "\n", "\r\n", "\n\n \t\r\n", " ", "\ufeff", "\n\ufeff"));
        }

        return _text.ToString();
    }

    private string Compact() => Pick(Samples.Compact);

    private string Pretty() => Pick(Samples.Pretty).Replace("\n", Pick("\n", "\r\n"), StringComparison.Ordinal);

    private void Add(string document, bool isEvent)
    {
        _expected.Add((_line, document, isEvent));
        Append(document);
    }

    /// <summary>The beginning of a document, on a line of its own, and a line that begins as another does.</summary>
    private void AddBroken(string document)
    {
        BeginLine();
        Add(document[..random.Next(1, document.Length)].TrimEnd(), isEvent: false);
        Append(Pick("\n", "\r\n"));
        Append(Pick(string.Empty, "\ufeff"));
        Add(Compact(), isEvent: true);
    }

    /// <summary>Malformed text with lines that belong to it, and a line that doesn't.</summary>
    private void AddMalformed()
    {
        var pretty = Pretty();
        var at = pretty.IndexOf(':', random.Next(pretty.Length / 2));
        var text = Pick("oops", "nul", "{\"a\":1,}", "{\"a\":\"\u0001\"", pretty[..at] + "\u0001" + pretty[(at + 1)..]);
        Add(text, isEvent: false);
        Append(Pick("\n", "\r\n", "\n\n\n", " \n"));
        var next = random.Next(3);
        if (next == 0)
        {
            Add("[]", isEvent: false);
        }
        else
        {
            Append(next == 1 ? "\ufeff" : string.Empty);
            Add(Compact(), isEvent: true);
        }
    }

    private void BeginLine()
    {
        if (!_isAtLineStart)
        {
            Append("\n");
        }
    }

    private void Append(string text)
    {
        _text.Append(text);
        _line += text.Count(static c => c == '\n');
        _isAtLineStart = text.TrimStart('\ufeff').Length == 0 ? _isAtLineStart : text.TrimEnd('\ufeff').EndsWith('\n');
    }

    private T Pick<T>(params T[] choices) => choices[random.Next(choices.Length)];

    private static class Samples
    {
        public static readonly string[] Compact = [.. Repository.SampleFiles.Select(static file => GradeEventSerializer.Serialize(GradeEventSerializer.Deserialize(File.ReadAllBytes(file))))];

        public static readonly string[] Pretty = [.. Repository.SampleFiles.Select(static file => File.ReadAllText(file).Trim()).Where(static text => text.Contains('\n', StringComparison.Ordinal))];
    }
}
