using Instructure.GradeEvents.SchemaCompiler.Tests.Support;
using Instructure.GradeEvents.Tests.Support;

namespace Instructure.GradeEvents.SchemaCompiler.Tests;

/// <summary>The compiler on the schemas of this repository.</summary>
public sealed class RepositoryTests : CompilerTest
{
    private const string Bundle = "schemas/grade-events.schema.json";
    private const string Table = "src/Instructure.GradeEvents.Validation/Schemas/Values.cs";
    private const string Advice = "These files are written from schemas/source. Change the source, and run: dotnet run --project src/Instructure.GradeEvents.SchemaCompiler\n";

    /// <summary>A bundle of each source, three tables, and a page of the documentation.</summary>
    private static readonly int s_files = Directory.GetFiles(Repository.PathOf("schemas", "source", "bundles")).Length + 4;

    [Fact]
    public void The_schemas_are_what_their_source_says()
        => RunAs("--check", "--root", Repository.Root).Should().Be(new CompilerResult(0, $"{s_files} files are what schemas/source says.\n", string.Empty));

    [Fact]
    public void It_finds_the_repository_that_it_is_in()
        => RunAs("--check").Should().Be(new CompilerResult(0, $"{s_files} files are what schemas/source says.\n", string.Empty));

    [Fact]
    public void A_bundle_that_was_edited_by_hand_is_found_and_mended()
    {
        CopySchemas();
        var text = Read(Bundle);
        Write(Bundle, text.Replace("\"title\": \"Sensor\"", "\"title\": \"The sensor\"", StringComparison.Ordinal));
        var line = text.Split("\"title\": \"Sensor\"")[0].Count(static character => character == '\n') + 1;

        var check = Run("--check");
        var untouched = Read(Bundle);
        var run = Run();

        check.Should().Be(new CompilerResult(1, string.Empty, $"""
            {Bundle}: line {line} differs
              is:                  "title": "The sensor",
              should be:           "title": "Sensor",
            {Advice}
            """));
        untouched.Should().Contain("The sensor", "a check writes nothing");
        run.Should().Be(new CompilerResult(0, $"{Bundle}: written.\n{s_files} files; {s_files - 1} were up to date.\n", string.Empty));
        Read(Bundle).Should().Be(text);
    }

    [Fact]
    public void A_table_that_was_edited_by_hand_is_found_and_mended()
    {
        CopySchemas();
        var text = Read(Table);
        Write(Table, text.Replace("\"a number\"", "\"a figure\"", StringComparison.Ordinal));

        var check = Run("--check");
        var run = Run();

        (check.Status, check.Output).Should().Be((1, string.Empty));
        check.Error.Should().StartWith(Table + ": line ").And.Contain("  is:        ").And.Contain("a figure").And.EndWith(Advice);
        run.Should().Be(new CompilerResult(0, $"{Table}: written.\n{s_files} files; {s_files - 1} were up to date.\n", string.Empty));
        Read(Table).Should().Be(text);
    }

    [Fact]
    public void Every_file_that_differs_is_named()
    {
        CopySchemas();
        File.Delete(PathOf(Bundle));
        var text = Read("schemas/canvas-grade-change.schema.json");
        Write("schemas/canvas-grade-change.schema.json", text.ReplaceLineEndings("\r\n"));
        Write("schemas/canvas-grade-override.schema.json", "\uFEFF" + Read("schemas/canvas-grade-override.schema.json"));
        Write("schemas/caliper-envelope.schema.json", Read("schemas/caliper-envelope.schema.json") + "\n");

        Run("--check").Should().Be(new CompilerResult(1, string.Empty, $$"""
            schemas/caliper-envelope.schema.json: line {{Read("schemas/caliper-envelope.schema.json").Split('\n').Length}} differs
              is:        
              should be: (the end of the file)
            schemas/canvas-grade-change.schema.json: line 1 differs
              is:        {\r
              should be: {
            schemas/canvas-grade-override.schema.json: line 1 differs
              is:        \uFEFF{
              should be: {
            {{Bundle}}: is not there.
            {{Advice}}
            """));
    }

    [Fact]
    public void Two_runs_write_the_same_bytes()
    {
        CopySchemas();
        var files = Directory.GetFiles(PathOf("schemas"));
        string[] Written()
        {
            Array.ForEach(files, File.Delete);
            Run().Status.Should().Be(0);
            return [.. files.Select(Text)];
        }

        var first = Written();
        var second = Written();

        second.Should().Equal(first);
        first.Should().Equal(files.Select(static file => Text(Repository.PathOf("schemas", Path.GetFileName(file)))));
        Run().Output.Should().Be($"{s_files} files; {s_files} were up to date.\n");

        static string Text(string path) => System.Text.Encoding.Latin1.GetString(File.ReadAllBytes(path)); // each byte is a character
    }

    [Fact]
    public void A_new_member_is_one_edit()
    {
        CopySchemas();
        var path = "schemas/source/caliper/Entity.json";
        Write(path, Read(path).Replace("\"properties\": {", """
            "properties": {
                "nickname": { "title": "Nickname", "description": "What friends call it.", "type": "string" },
            """, StringComparison.Ordinal));

        Run().Output.Should().Contain(Bundle + ": written.").And.Contain(Table.Replace("Values", "Shapes", StringComparison.Ordinal) + ": written.").And.Contain($"{s_files} files; {s_files - 5} were up to date.");

        Read("docs/members.md").Should().Contain("| `nickname` | What friends call it. |");
        Read(Bundle).Split("\"title\": \"Nickname\"").Should().HaveCount(1 + 18, "it is a member of each type of entity");
    }

    [Fact]
    public void The_list_of_known_types_is_that_of_the_types_that_there_are()
    {
        CopySchemas();
        var types = Directory.GetFiles(PathOf("schemas/source/caliper")).Where(static file => File.ReadAllText(file).Contains("\"enum\": [\"" + Path.GetFileNameWithoutExtension(file) + "\"]", StringComparison.Ordinal))
            .Select(Path.GetFileNameWithoutExtension).Except(["GradeEvent"]).ToArray();

        var known = System.Text.Json.Nodes.JsonNode.Parse(Read("schemas/source/caliper/OtherType.json"))!["not"]!["anyOf"]![0]!["enum"]!.AsArray();

        known.Select(static name => name!.GetValue<string>()).Should().BeEquivalentTo(types).And.HaveCount(16);
    }
}
