using System.Globalization;
using Amazon;
using Amazon.SQS;
using Amazon.SQS.Model;

namespace QueueWorker;

/// <summary>A queue of SQS. Credentials, and the region if the URL has none, are as the SDK finds them.</summary>
internal sealed class SqsQueue : IMessageQueue, IDisposable
{
    private const int BatchSize = 10;
    private const int Attempts = 3;

    private readonly AmazonSQSClient _client;
    private readonly string _url;
    private readonly WorkerOptions _options;

    internal SqsQueue(WorkerOptions options)
    {
        _options = options;
        _url = options.QueueUrl!.OriginalString;
        var config = new AmazonSQSConfig { Timeout = TimeSpan.FromSeconds(options.WaitSeconds + 10) };
        if (options.ServiceUrl is { } service)
        {
            config.ServiceURL = service.OriginalString;
        }
        else if (options.QueueUrl.Host.Split('.') is ["sqs", var region, "amazonaws", ..])
        {
            config.RegionEndpoint = RegionEndpoint.GetBySystemName(region);
        }

        _client = new(config);
    }

    public async Task<IReadOnlyList<QueueMessage>> ReceiveAsync()
    {
        // A request that is given up may have taken messages, which would wait out their visibility: so there is no way to cancel it.
        var response = await _client.ReceiveMessageAsync(new ReceiveMessageRequest
        {
            QueueUrl = _url,
            MaxNumberOfMessages = BatchSize,
            WaitTimeSeconds = _options.WaitSeconds,
            VisibilityTimeout = _options.VisibilitySeconds,
            MessageSystemAttributeNames = [MessageSystemAttributeName.ApproximateReceiveCount],
        });
        return [.. (response.Messages ?? []).Select(static message => new QueueMessage(message.MessageId, message.ReceiptHandle, message.Body, ReceiveCountOf(message)))];
    }

    public Task DeleteAsync(IReadOnlyCollection<QueueMessage> messages)
        => ForEachAsync(messages, async messages =>
        {
            var response = await _client.DeleteMessageBatchAsync(_url, [.. messages.Select(static (message, i) => new DeleteMessageBatchRequestEntry(Text(i), message.ReceiptHandle))]);
            return response.Failed;
        });

    public Task HideAsync(IReadOnlyCollection<QueueMessage> messages, TimeSpan time)
        => ForEachAsync(messages, async messages =>
        {
            var response = await _client.ChangeMessageVisibilityBatchAsync(_url, [.. messages.Select((message, i) => new ChangeMessageVisibilityBatchRequestEntry(Text(i), message.ReceiptHandle) { VisibilityTimeout = (int)time.TotalSeconds })]);
            return response.Failed;
        });

    public void Dispose() => _client.Dispose();

    /// <summary>The SDK tries a request again, but not the entries that failed inside of one that succeeded.</summary>
    private static async Task ForEachAsync(IReadOnlyCollection<QueueMessage> messages, Func<QueueMessage[], Task<List<BatchResultErrorEntry>?>> request)
    {
        QueueMessage[] left = [.. messages];
        for (var attempt = 1; left.Length > 0; attempt++)
        {
            var failed = await request(left) ?? [];
            if (failed.Count > 0 && (attempt == Attempts || failed.TrueForAll(static entry => entry.SenderFault == true)))
            {
                throw new AmazonSQSException($"{failed.Count} of {left.Length} messages were refused; the first: {failed[0].Code} {failed[0].Message}");
            }

            left = [.. failed.Select(entry => left[int.Parse(entry.Id, CultureInfo.InvariantCulture)])];
        }
    }

    private static int ReceiveCountOf(Message message)
        => message.Attributes?.GetValueOrDefault(MessageSystemAttributeName.ApproximateReceiveCount) is { } text && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? count : 1;

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
