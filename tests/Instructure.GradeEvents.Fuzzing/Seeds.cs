using System.Reflection;
using System.Text;
using System.Text.Json;
using Instructure.GradeEvents.Tests.Support;
using Instructure.GradeEvents.Validation.Tests.Cases;

namespace Instructure.GradeEvents.Fuzzing;

/// <summary>What the first inputs are made of: the sample payloads, the inputs of the tests, and the payloads with faults that tests make.</summary>
internal static class Seeds
{
    private const int StepOfFaults = 25;

    public static IEnumerable<byte[]> All()
    {
        var root = typeof(Seeds).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(static attribute => attribute.Key == "RepositoryRoot").Value!;
        string[] folders = ["samples/payloads", "tests/Instructure.GradeEvents.Tests/Inputs", "tests/Instructure.GradeEvents.Validation.Tests/Inputs"];
        foreach (var file in folders.SelectMany(folder => Directory.EnumerateFiles(Path.Combine(root, folder), "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)))
        {
            yield return File.ReadAllBytes(file);
        }

        foreach (var payload in Facts.Roots.Select(static payload => new PayloadMaker(new(1)).MakeWithUnknownMembers(payload)))
        {
            yield return Encoding.UTF8.GetBytes(JsonText.Write(payload));
        }

        foreach (var fault in FaultCases.Roots.SelectMany(static payload => FaultCases.Of(payload, StepOfFaults)))
        {
            yield return Encoding.UTF8.GetBytes(fault.Json);
        }

        foreach (var wrapper in Wrappers(File.ReadAllText(Path.Combine(root, "samples/payloads/grade-override-set.json"))))
        {
            yield return Encoding.UTF8.GetBytes(wrapper);
        }

        yield return Gzip.WithLongHeader("""{"metadata":{"event_name":"x","event_time":"2026-09-14T11:20:33Z"},"body":{}}""");
    }

    private static string[] Wrappers(string payload)
    {
        var text = JsonSerializer.Serialize(payload);
        var base64 = JsonSerializer.Serialize(Encoding.UTF8.GetBytes(payload));
        var notification = $$"""{"Type":"Notification","MessageId":"1","Message":{{text}}}""";
        return
        [
            text,
            $"[{payload},{text}]",
            notification,
            $$"""{"Records":[{"messageId":"1","receiptHandle":"A","body":{{text}},"eventSource":"aws:sqs"},{"messageId":"2","body":{{JsonSerializer.Serialize(notification)}},"eventSource":"aws:sqs"}]}""",
            $$"""{"Records":[{"kinesis":{"sequenceNumber":"1","data":{{base64}}},"eventSource":"aws:kinesis"}]}""",
            $$"""{"Records":[{"EventSource":"aws:sns","Sns":{"Type":"Notification","Message":{{text}} } }]}""",
            $$"""{"records":[{"recordId":"1","data":{{base64}}}]}""",
            $$"""{"Messages":[{"MessageId":"1","ReceiptHandle":"A","Body":{{text}}}]}""",
            $$"""{"version":"0","detail-type":"grade_override","detail":{{payload}}}""",
            $$"""{"requestContext":{},"body":{{base64}},"isBase64Encoded":true}""",
        ];
    }
}
