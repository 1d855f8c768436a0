using System.Diagnostics;
using System.Text;
using Instructure.GradeEvents.Tests.Support;

namespace Instructure.GradeEvents.Judges;

/// <summary>ajv, in a process of Node.js.</summary>
internal sealed class Ajv : IDisposable
{
    private readonly LimitedProcess _process;

    public Ajv(string script, string schemaFile)
    {
        var start = new ProcessStartInfo("node", [script, schemaFile]) { UseShellExecute = false, RedirectStandardInput = true, RedirectStandardOutput = true };
        _process = LimitedProcess.Start(start, TimeSpan.FromMinutes(20));
    }

    public void Dispose() => _process.Dispose();

    /// <summary>Judges some documents, while others do other work.</summary>
    public async Task<Verdict[]> Judge(IReadOnlyList<Document> documents)
    {
        // Both pipes at once: neither takes more than a little that nobody reads.
        var writing = Task.Run(() => _process.WriteAsync(Encoding.ASCII.GetBytes(string.Concat(documents.Select(static document => Convert.ToBase64String(document.Utf8) + "\n")))));
        var verdicts = new Verdict[documents.Count];
        for (var i = 0; i < verdicts.Length; i++)
        {
            var line = await _process.Output.ReadLineAsync() ?? throw new InvalidOperationException("Node.js has ended before it had judged all; what it says stands above.");
            verdicts[i] = Enum.Parse<Verdict>(line);
        }

        await writing;
        return verdicts;
    }
}
