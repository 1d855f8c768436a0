using Microsoft.Extensions.Logging;

namespace Instructure.GradeEvents.AspNetCore;

/// <summary>All messages. None has anything of a payload in it but its kind.</summary>
internal static partial class Log
{
    [LoggerMessage(1, LogLevel.Information, "A delivery of {Kind} was handled in {Milliseconds:0} ms (signed: {IsSigned}).")]
    internal static partial void Handled(ILogger logger, string kind, bool isSigned, double milliseconds);

    [LoggerMessage(2, LogLevel.Debug, "A delivery of another event was ignored, as the options say.")]
    internal static partial void Ignored(ILogger logger);

    [LoggerMessage(3, LogLevel.Warning, "A delivery was refused with {Status}: its signature failed ({Failure}).")]
    internal static partial void SignatureFailed(ILogger logger, int status, CanvasSignatureFailure failure);

    [LoggerMessage(4, LogLevel.Warning, "A delivery was refused with {Status}: it is not a valid event. {Count} issues; the first is {Code} at line {Line}, column {Column}.")]
    internal static partial void Invalid(ILogger logger, int status, int count, string code, int line, int column);

    [LoggerMessage(5, LogLevel.Warning, "A delivery that is not a valid event was passed to the handlers, as InvalidEvents says. {Count} issues; the first is {Code} at line {Line}, column {Column}.")]
    internal static partial void InvalidHandedOn(ILogger logger, int count, string code, int line, int column);

    [LoggerMessage(6, LogLevel.Warning, "A delivery was refused with {Status}: its body has more than {MaxBytes} bytes.")]
    internal static partial void TooLarge(ILogger logger, int status, int maxBytes);

    [LoggerMessage(7, LogLevel.Warning, "A delivery was refused with {Status}: its body is incomplete.")]
    internal static partial void CutOff(ILogger logger, int status, Exception error);

    [LoggerMessage(8, LogLevel.Error, "A handler failed on a delivery of {Kind}. It was answered with {Status}, so Canvas delivers it again.")]
    internal static partial void HandlerFailed(ILogger logger, string kind, int status, Exception error);

    [LoggerMessage(9, LogLevel.Error, "The handlers were not done with a delivery of {Kind} in {Seconds:0} seconds. It was answered with {Status}, so Canvas delivers it again.")]
    internal static partial void HandlerTooSlow(ILogger logger, string kind, int status, double seconds);

    [LoggerMessage(10, LogLevel.Warning, "The sender disconnected before its delivery was handled.")]
    internal static partial void HungUp(ILogger logger);

    [LoggerMessage(11, LogLevel.Information, "The key set was fetched; it has {Count} keys.")]
    internal static partial void KeysFetched(ILogger logger, int count);

    [LoggerMessage(12, LogLevel.Error, "The key set could not be fetched. The cached keys are kept.")]
    internal static partial void KeysNotFetched(ILogger logger, Exception error);
}
