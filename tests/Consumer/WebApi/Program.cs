using System.Text.Json;
using Instructure.GradeEvents;
using Instructure.GradeEvents.Caliper;

// Posts each payload that it is given to the endpoint of docs/reading.md, and one that is broken.
var builder = WebApplication.CreateSlimBuilder();
builder.Logging.ClearProviders();
await using var app = builder.Build();
var gradings = new System.Collections.Concurrent.ConcurrentDictionary<string, SubmissionGraded>();
app.Urls.Add("http://127.0.0.1:0");

// docs/reading.md #4

await app.StartAsync();
using var client = new HttpClient { BaseAddress = new(app.Urls.Single()) };
foreach (var path in args)
{
    using var answer = await client.PostAsync("/events", new StringContent(File.ReadAllText(path)));
    Console.WriteLine($"{Path.GetFileName(path)}: {answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
}

using var refused = await client.PostAsync("/events", new StringContent("{\"metadata\":1}"));
Console.WriteLine($"broken: {refused.StatusCode} {await refused.Content.ReadAsStringAsync()}");
