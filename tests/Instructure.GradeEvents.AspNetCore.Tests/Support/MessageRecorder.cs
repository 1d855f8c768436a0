using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Instructure.GradeEvents.AspNetCore.Tests.Support;

/// <summary>The messages of our package, or of all whose name begins in some way.</summary>
internal sealed class MessageRecorder(string prefix) : ILoggerProvider
{
    public MessageRecorder()
        : this("Instructure.GradeEvents.AspNetCore.")
    {
    }

    internal ConcurrentQueue<(int Id, LogLevel Level, string Text)> All { get; } = new();

    public ILogger CreateLogger(string categoryName) => new Logger(this, categoryName.StartsWith(prefix, StringComparison.Ordinal));

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
