using System.Buffers;
using System.Globalization;
using System.Text;
using System.Xml;
using Instructure.GradeEvents.Tool.Input;
using Instructure.GradeEvents.Validation;

namespace Instructure.GradeEvents.Tool.Reports;

/// <summary>A test case for each payload, as CI servers read them.</summary>
internal sealed class JUnitReport : ReportFormat
{
    private const string Name = "grade-events";
    private const int LongestPath = 500;

    private static readonly XmlWriterSettings s_settings = new()
    {
        ConformanceLevel = ConformanceLevel.Fragment,
        Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
        OmitXmlDeclaration = true,
        NewLineHandling = NewLineHandling.Entitize,
    };

    /// <summary>How every one begins.</summary>
    internal static ReadOnlySpan<byte> Head => "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<testsuites name=\"grade-events\" "u8;

    internal override void WriteHead(IBufferWriter<byte> report, Summary summary)
    {
        var counts = FormattableString.Invariant(
            $"""tests="{summary.Payloads + summary.Problems}" failures="{summary.Invalid}" errors="{summary.Problems}" skipped="{summary.Ignored}" """).TrimEnd();
        report.Write(Head);
        report.Append($"""{counts}>{"\n"}  <testsuite name="{Name}" {counts}>{"\n"}""");
    }

    internal override void Append(IBufferWriter<byte> part, CheckedPayload payload) => Append(part, xml =>
    {
        WriteCase(xml, FormattableString.Invariant($"{payload.Source}:{payload.Line}"), payload.Source);
        if (payload.Payload.Source.IsFile)
        {
            xml.WriteAttributeString("file", Clean(payload.Source));
            xml.WriteAttributeString("line", payload.Line.ToString(CultureInfo.InvariantCulture));
        }

        if (payload.IsIgnored)
        {
            xml.WriteStartElement("skipped");
            xml.WriteAttributeString("message", "This is another event, and ignored.");
            xml.WriteEndElement();
        }
        else if (!payload.IsValid)
        {
            var errors = payload.Count(ValidationSeverity.Error);
            var first = payload.Issues.First(static issue => issue.Severity == ValidationSeverity.Error);
            xml.WriteStartElement("failure");
            xml.WriteAttributeString("message", Clean(errors == 1 ? first.Message : $"{Summary.Counted(errors, "error")}; the first: {first.Message}"));
            xml.WriteAttributeString("type", first.Code);
            xml.WriteString(Clean(Text(payload)));
            xml.WriteEndElement();
        }
        else if (payload.Issues.Count > 0)
        {
            xml.WriteElementString("system-out", Clean(Text(payload)));
        }
    });

    internal override void AppendProblem(IBufferWriter<byte> part, string sentence) => Append(part, xml =>
    {
        WriteCase(xml, sentence, Name);
        xml.WriteStartElement("error");
        xml.WriteAttributeString("message", Clean(sentence));
        xml.WriteAttributeString("type", "unreadable");
        xml.WriteEndElement();
    });

    internal override void WriteTail(IBufferWriter<byte> report, Summary summary) => report.Append("  </testsuite>\n</testsuites>\n");

    // Without the ending: servers make a tree of the dots in a class name.
    private static string ClassName(string source)
        => Array.Find(PayloadSource.Endings, ending => source.EndsWith(ending, StringComparison.OrdinalIgnoreCase) && source.Length > ending.Length) is { } ending
            ? source[..^ending.Length]
            : source;

    private static void Append(IBufferWriter<byte> part, Action<XmlWriter> write)
    {
        using var stream = new MemoryStream();
        using (var xml = XmlWriter.Create(stream, s_settings))
        {
            write(xml);
            xml.WriteEndElement();
        }

        part.Append("    ");
        part.Write(stream.GetBuffer().AsSpan(0, (int)stream.Length));
        part.Append("\n");
    }

    private static void WriteCase(XmlWriter xml, string name, string source)
    {
        xml.WriteStartElement("testcase");
        xml.WriteAttributeString("name", Clean(name));
        xml.WriteAttributeString("classname", Clean(ClassName(source)));
    }

    private static string Text(CheckedPayload payload)
    {
        var text = new StringBuilder(PayloadKindNames.Of(payload.Kind));
        foreach (var issue in payload.Issues)
        {
            var severity = issue.Severity == ValidationSeverity.Error ? "error" : "warning";
            text.Append(FormattableString.Invariant($"\n{SourceName.InLine(payload.Source)}:{payload.LineOf(issue)}:{payload.ColumnOf(issue)}: {severity} {issue.Code}"))
                .Append(issue.Path.Length == 0 ? string.Empty : " " + PrintableText.Of(issue.Path, LongestPath))
                .Append(": ").Append(issue.Message);
        }

        return text.ToString();
    }

    /// <summary>XML 1.0 has no way to write some characters, not even by number.</summary>
    private static string Clean(string text)
    {
        var result = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes()) // half a surrogate pair comes as U+FFFD
        {
            _ = rune.Value is '\t' or '\n' or '\r' or (>= 0x20 and <= 0xD7FF) or (>= 0xE000 and <= 0xFFFD) or >= 0x10000
                ? result.Append(rune.ToString())
                : result.Append('\uFFFD');
        }

        return result.ToString();
    }
}
