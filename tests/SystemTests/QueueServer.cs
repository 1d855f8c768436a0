using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Amazon.Runtime;
using Amazon.SQS;
using Amazon.SQS.Model;

namespace Instructure.GradeEvents.SystemTests;

/// <summary>A server of SQS (fauxqs, from npm) with a queue and its dead-letter queue.</summary>
internal sealed class QueueServer : IAsyncDisposable
{
    /// <summary>What is asked of SQS: a batch has ten messages at most.</summary>
    private const int BatchSize = 10;

    private const int Senders = 16;

    private static readonly TimeSpan s_startTimeout = TimeSpan.FromSeconds(30);

    private readonly Process _process;
    private readonly AmazonSQSClient _client;

    private QueueServer(Process process, Uri address)
    {
        _process = process;
        Address = address;
        _client = new(new BasicAWSCredentials("local", "local"), new AmazonSQSConfig { ServiceURL = address.ToString() });
    }

    internal Uri Address { get; }

    internal string QueueUrl { get; private set; } = null!;

    internal string DeadLetterUrl { get; private set; } = null!;

    /// <param name="maxReceiveCount">After how many receipts a message becomes a dead letter.</param>
    /// <param name="latency">How many milliseconds a request takes more than it would here.</param>
    internal static async Task<QueueServer> StartAsync(int maxReceiveCount, int latency = 0)
    {
        var folder = Path.Combine(SampleProgram.RepositoryRoot, "tests", "SystemTests");
        var process = Process.Start(new ProcessStartInfo("node", [Path.Combine(folder, "queue.mjs"), latency.ToString(CultureInfo.InvariantCulture)]) { UseShellExecute = false, RedirectStandardInput = true, RedirectStandardOutput = true })!;
        var port = await process.StandardOutput.ReadLineAsync().WaitAsync(s_startTimeout) ?? throw new InvalidOperationException("The queue has ended. Was \"npm ci\" run in tests/SystemTests?");
        var server = new QueueServer(process, new($"http://127.0.0.1:{port}"));
        server.DeadLetterUrl = (await server._client.CreateQueueAsync("dead-letters")).QueueUrl;
        var arn = (await server._client.GetQueueAttributesAsync(server.DeadLetterUrl, ["QueueArn"])).QueueARN;
        var rule = JsonSerializer.Serialize(new { deadLetterTargetArn = arn, maxReceiveCount });
        server.QueueUrl = (await server._client.CreateQueueAsync(new CreateQueueRequest { QueueName = "grades", Attributes = new() { ["RedrivePolicy"] = rule } })).QueueUrl;
        return server;
    }

    internal Task SendAsync(IReadOnlyCollection<string> bodies)
        => Parallel.ForEachAsync(bodies.Chunk(BatchSize), new ParallelOptions { MaxDegreeOfParallelism = Senders }, async (chunk, cancellationToken) =>
        {
            var response = await _client.SendMessageBatchAsync(QueueUrl, [.. chunk.Select(static (body, i) => new SendMessageBatchRequestEntry(i.ToString(CultureInfo.InvariantCulture), body))], cancellationToken);
            if (response.Failed is { Count: > 0 } failed)
            {
                throw new InvalidOperationException(failed[0].Message);
            }
        });

    /// <summary>How many messages wait, and how many are in work.</summary>
    internal async Task<(int Waiting, int InWork)> CountAsync(string url)
    {
        var attributes = (await _client.GetQueueAttributesAsync(url, ["ApproximateNumberOfMessages", "ApproximateNumberOfMessagesNotVisible"])).Attributes;
        return (int.Parse(attributes["ApproximateNumberOfMessages"], CultureInfo.InvariantCulture), int.Parse(attributes["ApproximateNumberOfMessagesNotVisible"], CultureInfo.InvariantCulture));
    }

    /// <summary>Takes all messages out of the dead-letter queue.</summary>
    internal async Task<List<string>> TakeDeadLettersAsync()
    {
        var bodies = new List<string>();
        while ((await _client.ReceiveMessageAsync(new ReceiveMessageRequest { QueueUrl = DeadLetterUrl, MaxNumberOfMessages = BatchSize })).Messages is { Count: > 0 } messages)
        {
            bodies.AddRange(messages.Select(static message => message.Body));
            await _client.DeleteMessageBatchAsync(DeadLetterUrl, [.. messages.Select(static (message, i) => new DeleteMessageBatchRequestEntry(i.ToString(CultureInfo.InvariantCulture), message.ReceiptHandle))]);
        }

        return bodies;
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }
}
