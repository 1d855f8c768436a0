using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Instructure.GradeEvents.Tool.Input;

namespace Instructure.GradeEvents.Tool.Tests;

/// <summary>Cutting files into payloads, against the plain way to do it.</summary>
public sealed class BatchReaderTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("BatchReader");

    private string Lines => Path.Combine(_folder.FullName, "lines.jsonl");

    private string Documents => Path.Combine(_folder.FullName, "documents");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void Every_line_comes_whole_and_once_with_its_number()
    {
        // Of lengths below and above those of a buffer, with blank ones, both ends of line, and none at the end.
        var line = Gen.Elements(0, 1, 2, 3, 100, 3000, 70_000, 131_071, 131_072, 131_073, 300_000).Select(length => length == 0 ? string.Empty : "{" + new string('x', length - 1));
        var lines = Gen.Choose(0, 30).SelectMany(count => line.ListOf(count));
        var property = Prop.ForAll(lines.ToArbitrary(), Gen.Elements("\n", "\r\n").ToArbitrary(), Gen.Elements(true, false).ToArbitrary(), (texts, end, endsWithLine) =>
        {
            File.WriteAllText(Lines, string.Join(end, texts) + (endsWithLine ? end : null));
            var expected = File.ReadAllText(Lines).Split('\n').Select((text, index) => (Number: index + 1L, Text: text)).Where(static item => item.Text.Trim().Length > 0).ToList();

            Read(Lines).Should().Equal(expected.Count > 0 ? expected : [(1L, string.Empty)], "a file without lines is an empty payload");
        });

        property.Check(Config.QuickThrowOnFailure.WithMaxTest(60));
    }

    [Fact]
    public void Many_short_lines_are_many_batches_with_right_numbers()
    {
        File.WriteAllText(Lines, string.Concat(Enumerable.Range(1, 5000).Select(static number => number % 10 == 0 ? "\n" : $"{{{number}\n")));

        Read(Lines).Should().Equal(Enumerable.Range(1, 5000).Where(static number => number % 10 != 0).Select(static number => ((long)number, $"{{{number}")));
    }

    [Theory]
    [InlineData("{\"a\":1}\n{\"b\":2}\n", 2)]
    [InlineData("{\n\"a\":1}\n", 1)]
    [InlineData("[1,\n2]", 1)]
    [InlineData("\uFEFF{}\n{}", 2)]
    [InlineData("nul\n{}", 2)]
    [InlineData("{\"a\":\n {}}", 1)]
    [InlineData("{\"a\":\n{}}", 3)]
    [InlineData("{\"a\"\n{}", 2)]
    [InlineData("{\"a\"\n\n\n  {}", 1)]
    [InlineData("{}", 1)]
    [InlineData("{}{} {}\n\n{}", 4)]
    public void A_file_of_another_name_holds_documents_one_behind_the_other(string text, int payloads)
    {
        File.WriteAllText(Documents, text);

        Read(Documents).Should().HaveCount(payloads);
    }

    private static List<(long Line, string Text)> Read(string file)
    {
        var payloads = new List<(long, string)>();
        foreach (var batch in BatchReader.Read([PayloadSource.OfFile(file)]))
        {
            using (batch)
            {
                batch.Load();
                batch.Problem.Should().BeNull();
                payloads.AddRange(batch.Payloads.Select(static payload => (payload.FirstLine, Encoding.UTF8.GetString(payload.Utf8.Span))));
            }
        }

        return payloads;
    }
}
