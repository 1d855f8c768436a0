using Microsoft.Extensions.Logging;

namespace QueueWorker;

/// <summary>All messages.</summary>
internal static partial class Log
{
    [LoggerMessage(1, LogLevel.Information, "Receiving from {Queue}, {Receivers} batches of ten at a time.")]
    internal static partial void Started(ILogger logger, Uri queue, int receivers);

    [LoggerMessage(2, LogLevel.Information, "Stopped. {Stored} messages were stored and deleted, {Left} were left to the dead-letter rule, {Released} given back.")]
    internal static partial void Stopped(ILogger logger, long stored, long left, long released);

    [LoggerMessage(3, LogLevel.Error, "Message {Id} (key {Key}, receipt {Count}) is invalid, and is left to the dead-letter rule of the queue: {Issues}")]
    internal static partial void Invalid(ILogger logger, string id, string key, int count, string issues);

    [LoggerMessage(4, LogLevel.Error, "Message {Id} (key {Key}, receipt {Count}) can't be stored, and is left to the dead-letter rule of the queue.")]
    internal static partial void NotStorable(ILogger logger, string id, string key, int count, Exception error);

    [LoggerMessage(5, LogLevel.Warning, "The database failed. {Count} messages are kept, and it is tried again in {Delay}.")]
    internal static partial void DatabaseFailed(ILogger logger, int count, TimeSpan delay, Exception error);

    [LoggerMessage(6, LogLevel.Warning, "The queue gave no messages. It is asked again in {Delay}.")]
    internal static partial void ReceiveFailed(ILogger logger, TimeSpan delay, Exception error);

    [LoggerMessage(7, LogLevel.Warning, "{Count} messages could not be {What}. They come again when they are no longer hidden.")]
    internal static partial void QueueFailed(ILogger logger, int count, string what, Exception error);

    [LoggerMessage(8, LogLevel.Error, "{Count} messages could not be handled, by a mistake in this program. They come again in a minute.")]
    internal static partial void Failed(ILogger logger, int count, Exception error);
}
