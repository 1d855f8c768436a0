using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text;
using Instructure.GradeEvents.AspNetCore.Tests.Support;
using Microsoft.Data.Sqlite;

namespace Instructure.GradeEvents.SystemTests;

/// <summary>The receiver under load, killed, and looked at by a browser.</summary>
internal static class ReceiverTests
{
    internal const string InBrowser = "the page in a browser";

    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(1);

    internal static IEnumerable<(string Name, Func<Load, Task> Test)> All =>
    [
        ("load, signed", static load => LoadAsync(load, isSigned: true)),
        ("load, not signed", static load => LoadAsync(load, isSigned: false)),
        ("killed in the middle", KillAsync),
        (InBrowser, PageAsync),
    ];

    private static async Task LoadAsync(Load load, bool isSigned)
    {
        using var key = new SigningKey("2026-11");
        await using var keys = await KeySet.StartAsync(key);
        await using var receiver = await ReceiverProcess.StartAsync("--GradeEvents:JwksUri", keys.Uri, "--GradeEvents:RequireSignature", isSigned ? "true" : "false");
        using var client = NewClient(load.Connections);
        var acknowledged = new ConcurrentDictionary<string, bool>(StringComparer.Ordinal);
        var statuses = new ConcurrentDictionary<HttpStatusCode, int>();
        var next = 0;
        var before = receiver.CoreTime;
        var memory = new ConcurrentQueue<long>();
        var (isUnderWay, hasFailed) = (new TaskCompletionSource(), new TaskCompletionSource());
        var watch = Stopwatch.StartNew();

        var senders = Enumerable.Range(0, load.Connections).Select(_ => Task.Run(async () =>
        {
            while (watch.Elapsed < load.Duration)
            {
                // Of ten deliveries one is invalid, and two were there before.
                var number = Interlocked.Increment(ref next);
                var isInvalid = number % 10 == 0;
                var change = SampleGradings.Change(number % 10 is 1 or 2 ? number / 2 : number);
                var json = isInvalid ? Encoding.UTF8.GetBytes(SampleGradings.Json.Replace("\"submission_id\"", "\"submission\"", StringComparison.Ordinal)) : GradeEventSerializer.SerializeToUtf8Bytes(change);
                using var content = new ByteArrayContent(isSigned ? Fresh(key, json) : json);
                using var response = await client.PostAsync(receiver.Events, content);
                statuses.AddOrUpdate(response.StatusCode, 1, static (_, count) => count + 1);
                switch (response.StatusCode)
                {
                    case HttpStatusCode.NoContent:
                        acknowledged[change.DeduplicationKey] = true;
                        break;
                    case HttpStatusCode.InternalServerError:
                        hasFailed.TrySetResult();
                        break;
                }

                if (number % 500 == 0)
                {
                    memory.Enqueue(receiver.Megabytes);
                }

                if (watch.Elapsed > load.Duration / 3)
                {
                    isUnderWay.TrySetResult();
                }
            }
        })).ToArray();

        // A handler fails: somebody else has the database until it gives up.
        await isUnderWay.Task;
        var locked = Stopwatch.StartNew();
        await LockAsync(receiver, hasFailed.Task);
        locked.Stop();
        await Task.WhenAll(senders);
        memory.Enqueue(receiver.Megabytes);
        var (seconds, coreSeconds) = (watch.Elapsed.TotalSeconds, (receiver.CoreTime - before).TotalSeconds);
        var stored = receiver.StoredScores();
        var total = statuses.Values.Sum();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {total} deliveries in {seconds:0} s: {total / (seconds - locked.Elapsed.TotalSeconds):0} a second without the {locked.Elapsed.TotalSeconds:0} s of the lock, {total / coreSeconds:0} a core-second; memory {memory.Min()} to {memory.Max()} MB"));
        Console.WriteLine("  " + string.Join(", ", statuses.OrderBy(static status => status.Key).Select(static status => $"{(int)status.Key}: {status.Value}")));
        Check.That(acknowledged.Keys.All(stored.ContainsKey), $"each of the {acknowledged.Count} gradings that were answered with 204 is stored, once");
        Check.That(statuses.Keys.All(static status => status is HttpStatusCode.NoContent or HttpStatusCode.BadRequest or HttpStatusCode.InternalServerError or HttpStatusCode.ServiceUnavailable), "no other answer was given than 204, 400, 500 and 503");
        Check.That(statuses.ContainsKey(HttpStatusCode.InternalServerError), "a handler has failed");
        Check.That(memory.Max() < 600, "the memory stays below 600 MB");
    }

    /// <summary>Has the database for itself until something has happened.</summary>
    private static async Task LockAsync(ReceiverProcess receiver, Task until)
    {
        await using var connection = new SqliteConnection(receiver.ConnectionString);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "BEGIN IMMEDIATE";
        command.CommandTimeout = 60;
        await command.ExecuteNonQueryAsync();
        await until.WaitAsync(s_patience);
        command.CommandText = "ROLLBACK";
        await command.ExecuteNonQueryAsync();
    }

    private static async Task KillAsync(Load load)
    {
        using var key = new SigningKey("2026-11");
        await using var keys = await KeySet.StartAsync(key);
        await using var receiver = await ReceiverProcess.StartAsync("--GradeEvents:JwksUri", keys.Uri);
        using var client = NewClient(load.Connections);
        var acknowledged = new ConcurrentDictionary<int, bool>();
        var waiting = new ConcurrentQueue<int>(Enumerable.Range(1, load.Events));
        var isHalfDone = new TaskCompletionSource();

        async Task SendAsync(Func<bool> goesOn)
        {
            while (goesOn() && waiting.TryDequeue(out var number))
            {
                try
                {
                    using var content = new ByteArrayContent(Fresh(key, GradeEventSerializer.SerializeToUtf8Bytes(SampleGradings.Change(number))));
                    using var response = await client.PostAsync(receiver.Events, content);
                    if (response.StatusCode == HttpStatusCode.NoContent)
                    {
                        acknowledged[number] = true;
                        if (acknowledged.Count >= load.Events / 2)
                        {
                            isHalfDone.TrySetResult();
                        }

                        continue;
                    }
                }
                catch (HttpRequestException)
                {
                    // It was killed. Canvas would deliver again, too.
                }

                waiting.Enqueue(number);
            }
        }

        var isKilled = false;
        var senders = Enumerable.Range(0, load.Connections).Select(_ => Task.Run(() => SendAsync(() => !Volatile.Read(ref isKilled)))).ToArray();
        await isHalfDone.Task;
        await receiver.KillAsync();
        Volatile.Write(ref isKilled, true);
        await Task.WhenAll(senders);
        var before = acknowledged.Count;
        var stored = receiver.StoredScores();
        Check.That(acknowledged.Keys.All(number => stored.ContainsKey(SampleGradings.Change(number).DeduplicationKey)), $"when it was killed, each of the {before} gradings that were answered with 204 was stored, and {stored.Count - before} more");

        await receiver.RestartAsync();
        foreach (var number in Enumerable.Range(1, load.Events).Where(static number => number % 3 == 0))
        {
            waiting.Enqueue(number); // whatever the answer was, some are delivered again
        }

        await Task.WhenAll(Enumerable.Range(0, load.Connections).Select(_ => Task.Run(() => SendAsync(static () => true))));
        stored = receiver.StoredScores();
        Check.That(stored.Count == load.Events, $"after the restart there are {load.Events} gradings");
        Check.That(Enumerable.Range(1, load.Events).All(number => stored[SampleGradings.Change(number).DeduplicationKey] == SampleGradings.ScoreText(number)), "each has its score, with all digits");
    }

    private static async Task PageAsync(Load load)
    {
        await using var receiver = await ReceiverProcess.StartAsync("--GradeEvents:RequireSignature", "false");
        using var client = NewClient(1);
        const string Attack = "\"><script>document.title='run'</script><img src=x onerror=alert(1)>&lt;b&gt;";
        var change = SampleGradings.Sample with
        {
            Body = SampleGradings.Sample.Body with { AssignmentName = Attack, StudentSisId = Attack, Grade = Attack, OldGrade = Attack },
        };
        using var content = new ByteArrayContent(GradeEventSerializer.SerializeToUtf8Bytes(change));
        using var response = await client.PostAsync(receiver.Events, content);
        Check.That(response.StatusCode == HttpStatusCode.NoContent, "a payload with markup in every text is taken");

        var page = await BrowseAsync(receiver.Address);
        Check.That(!page.Contains("<script>", StringComparison.Ordinal) && !page.Contains("<img", StringComparison.Ordinal), "no markup of it is in the page");
        Check.That(page.Contains("<title>Latest gradings</title>", StringComparison.Ordinal), "no script of it has run");
        Check.That(CountOf(page, "&lt;script&gt;document.title='run'&lt;/script&gt;") == 4, "each of its four texts is there as text");
        Check.That(page.Contains("97350000000004711", StringComparison.Ordinal) || page.Contains("97350000000000073", StringComparison.Ordinal), "ids are there in full");
        Check.That(page.Contains("9735~73", StringComparison.Ordinal), "and short");
        var found = await BrowseAsync(new(receiver.Address, "/?student=9735~73"));
        var other = await BrowseAsync(new(receiver.Address, "/?student=9735~74&course=" + Uri.EscapeDataString(Attack)));
        Check.That(CountOf(found, "<td class=\"time\"") == 1 && CountOf(other, "<td class=\"time\"") == 0, "the search finds the student by the short id, and nobody else");
        Check.That(!other.Contains("<script>", StringComparison.Ordinal), "what is searched for is text, too");
    }

    /// <summary>The page as a browser has it after it was loaded.</summary>
    private static async Task<string> BrowseAsync(Uri address)
    {
        var profile = Directory.CreateTempSubdirectory("grade-events-browser").FullName;
        try
        {
            using var browser = Process.Start(new ProcessStartInfo("chromium", ["--headless", "--no-sandbox", "--disable-gpu", $"--user-data-dir={profile}", "--virtual-time-budget=2000", "--dump-dom", address.ToString()])
            {
                UseShellExecute = false,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            })!;
            browser.ErrorDataReceived += static (_, _) => { };
            browser.BeginErrorReadLine();
            using var timeout = new CancellationTokenSource(TimeSpan.FromSeconds(60));
            var page = await browser.StandardOutput.ReadToEndAsync(timeout.Token);
            await browser.WaitForExitAsync(timeout.Token);
            return page;
        }
        finally
        {
            Directory.Delete(profile, recursive: true);
        }
    }

    private static int CountOf(string text, string part) => text.Split(part).Length - 1;

    private static byte[] Fresh(SigningKey key, byte[] json)
        => key.Sign(json, null, static claims => claims["exp"] = DateTimeOffset.UtcNow.AddMinutes(5).ToUnixTimeSeconds());

    private static HttpClient NewClient(int connections) => new(new SocketsHttpHandler { MaxConnectionsPerServer = connections }) { Timeout = TimeSpan.FromSeconds(60) };
}
