using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Instructure.GradeEvents.AspNetCore.Tests.Support;

/// <summary>The messages of our package.</summary>
internal sealed class MessageRecorder : ILoggerProvider
{
    internal ConcurrentQueue<(int Id, LogLevel Level, string Text)> All { get; } = new();

    public ILogger CreateLogger(string categoryName) => new Logger(this, categoryName.StartsWith("Instructure.GradeEvents", StringComparison.Ordinal));

    public void Dispose()
    {
    }

    private sealed class Logger(MessageRecorder messages, bool isOurs) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => isOurs;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (isOurs)
            {
                messages.All.Enqueue((eventId.Id, logLevel, formatter(state, exception)));
            }
        }
    }
}
