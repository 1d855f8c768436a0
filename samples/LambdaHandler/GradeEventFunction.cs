using System.Text.Json;
using Instructure.GradeEvents;

namespace LambdaHandler;

/// <summary>Stores the gradings of a batch of messages, and tells which of the messages failed: those, and no others, are delivered again.</summary>
/// <remarks>
/// A message that is invalid, or can never be stored, fails each time, so that the dead-letter rule of the queue takes it. When the database fails,
/// it is tried again within the invocation, since each delivery counts for that rule; then the messages that were not stored fail.
/// </remarks>
public sealed class GradeEventFunction
{
    private const string Setting = "ConnectionStrings__Grades";

    private static readonly TimeSpan s_delay = TimeSpan.FromSeconds(1);

    private readonly IGradingStore _store;
    private readonly TimeProvider _time;
    private readonly TimeSpan _patience;
    private readonly TextWriter _log;

    private bool _isTableThere;

    /// <summary>Makes the function as Lambda does: once, for many invocations. The database is named by the environment.</summary>
    public GradeEventFunction()
        : this(
            new GradingStore(Environment.GetEnvironmentVariable(Setting) is { Length: > 0 } text ? text : throw new InvalidOperationException($"The environment variable {Setting} is missing: the connection string of the database.")),
            TimeProvider.System,
            TimeSpan.FromSeconds(15),
            Console.Out)
    {
    }

    /// <param name="store">Where the gradings are kept.</param>
    /// <param name="time">The clock.</param>
    /// <param name="patience">For how long an invocation tries to store. It has to be shorter than the timeout of the function.</param>
    /// <param name="log">What is printed is in CloudWatch.</param>
    internal GradeEventFunction(IGradingStore store, TimeProvider time, TimeSpan patience, TextWriter log)
        => (_store, _time, _patience, _log) = (store, time, patience, log);

    /// <summary>Handles a batch.</summary>
    /// <param name="sqsEvent">The event of SQS, as JSON.</param>
    /// <returns>The response to a batch that may have failed in part: <c>{"batchItemFailures":[{"itemIdentifier":"…"}]}</c>.</returns>
    /// <exception cref="InvalidDataException">It is no event of SQS, so that no message can be named. All of it is delivered again.</exception>
    public async Task<Stream> HandleAsync(Stream sqsEvent)
    {
        ArgumentNullException.ThrowIfNull(sqsEvent);
        using var document = new MemoryStream();
        await sqsEvent.CopyToAsync(document);
        var messages = GradeEventUnwrapper.Unwrap(document.ToArray()).GroupBy(static unwrapped => unwrapped.RecordId, StringComparer.Ordinal)
            .Select(static message => (Id: message.Key ?? throw new InvalidDataException("Expected an event of SQS, whose records have a messageId."), Content: MessageContent.Of(message)))
            .ToArray();

        var failed = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (id, content) in messages.Where(static message => !message.Content.IsValid))
        {
            failed.Add(id);
            await _log.WriteLineAsync($"Message {id} (key {content.Key ?? "none"}) is invalid: {string.Join("; ", content.Issues)}");
        }

        using var patience = new CancellationTokenSource(_patience, _time);
        await StoreAsync(messages, failed, patience.Token);
        return Respond(messages.Select(static message => message.Id).Where(failed.Contains));
    }

    private async Task StoreAsync((string Id, MessageContent Content)[] messages, HashSet<string> failed, CancellationToken patience)
    {
        try
        {
            await UntilStoredAsync([.. messages.SelectMany(static message => message.Content.Gradings)], patience);
        }
        catch (Exception error) when (StoreFailure.IsPermanent(error) && messages.Length > 1)
        {
            foreach (var message in messages)
            {
                await StoreAsync([message], failed, patience);
            }
        }
        catch (Exception error)
        {
            failed.UnionWith(messages.Select(static message => message.Id));
            await _log.WriteLineAsync($"{string.Join(", ", messages.Select(static message => $"Message {message.Id} (key {message.Content.Key ?? "none"})"))} could not be stored{(StoreFailure.IsPermanent(error) ? string.Empty : " now")}: {error}");
        }
    }

    private async Task UntilStoredAsync(Grading[] gradings, CancellationToken patience)
    {
        while (true)
        {
            try
            {
                if (!_isTableThere)
                {
                    await _store.CreateAsync(patience);
                    _isTableThere = true;
                }

                await _store.AddAsync(gradings, patience);
                return;
            }
            catch (Exception error) when (!StoreFailure.IsPermanent(error) && !patience.IsCancellationRequested)
            {
                await _log.WriteLineAsync($"The database failed, and is tried again: {error.Message}");
                await Task.Delay(s_delay, _time, patience).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private static MemoryStream Respond(IEnumerable<string> failedIds)
    {
        var response = new MemoryStream();
        using (var json = new Utf8JsonWriter(response))
        {
            json.WriteStartObject();
            json.WriteStartArray("batchItemFailures");
            foreach (var id in failedIds)
            {
                json.WriteStartObject();
                json.WriteString("itemIdentifier", id);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        response.Position = 0;
        return response;
    }
}
