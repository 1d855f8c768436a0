using System.Buffers;
using System.Diagnostics;
using Instructure.GradeEvents.Validation;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Instructure.GradeEvents.AspNetCore;

/// <summary>Receives one delivery, from its body to its answer.</summary>
internal sealed class GradeEventEndpoint(
    CanvasSignatureValidator signatures,
    IOptions<CanvasGradeEventOptions> options,
    Instruments instruments,
    TimeProvider time,
    ILogger<GradeEventEndpoint> logger)
{
    /// <summary>Canvas waits for 15 seconds; the answer has to get there, too.</summary>
    internal static readonly TimeSpan HandlerTimeout = TimeSpan.FromSeconds(14);

    private const string RetryAfterSeconds = "30";
    private const string InvalidKind = "invalid";

    private static readonly GradeEventValidator s_validator = new(new() { IgnoreUnknownEvents = true });

    private readonly CanvasGradeEventOptions _options = options.Value;

    internal async Task ReceiveAsync(HttpContext context)
    {
        var begin = time.GetTimestamp();
        using var activity = Instruments.Activities.StartActivity("grade_events.receive", ActivityKind.Consumer);
        try
        {
            await ReceiveAsync(context, activity, begin).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            Log.HungUp(logger);
            instruments.Rejected("hung_up");
            return;
        }

        activity?.SetTag("http.response.status_code", context.Response.StatusCode);
        instruments.Answered(time.GetElapsedTime(begin), context.Response.StatusCode);
    }

    private async Task ReceiveAsync(HttpContext context, Activity? activity, long begin)
    {
        var receivedAt = time.GetUtcNow();
        if (await ReadBodyAsync(context).ConfigureAwait(false) is not { } body)
        {
            return;
        }

        ReadOnlyMemory<byte> utf8Json = body;
        var isSigned = _options.RequireSignature || CompactToken.IsMeant(body);
        if (isSigned)
        {
            var signature = await signatures.ValidateAsync(body, context.RequestAborted).ConfigureAwait(false);
            if (!signature.IsValid)
            {
                await RefuseSignatureAsync(context, signature.Failure).ConfigureAwait(false);
                return;
            }

            utf8Json = signature.Utf8Json;
        }

        var report = s_validator.Validate(utf8Json.Span);
        var liveEvent = report.IsValid && GradeEventSerializer.TryDeserialize(utf8Json.Span, out var read, out _) ? read : null;
        var kind = liveEvent is null ? InvalidKind : PayloadKindNames.Of(report.Kind);
        activity?.SetTag("grade_events.kind", kind);
        if (report.IsIgnored && _options.UnknownEvents == UnknownEventHandling.Ignore)
        {
            Log.Ignored(logger);
            instruments.Received(kind);
            context.Response.StatusCode = StatusCodes.Status204NoContent;
            return;
        }

        if (liveEvent is null)
        {
            var first = report.Issues.Count > 0 ? report.Issues[0] : null;
            if (_options.InvalidEvents == InvalidEventHandling.Reject)
            {
                Log.Invalid(logger, StatusCodes.Status400BadRequest, report.Issues.Count, first?.Code ?? string.Empty, first?.Line ?? 1, first?.Column ?? 1);
                instruments.Rejected("invalid");
                await Problem.WriteAsync(context, StatusCodes.Status400BadRequest, "The body is not a valid event.", report.Issues).ConfigureAwait(false);
                return;
            }

            Log.InvalidHandedOn(logger, report.Issues.Count, first?.Code ?? string.Empty, first?.Line ?? 1, first?.Column ?? 1);
        }

        instruments.Received(kind);
        await HandleAsync(context, new(liveEvent, report, utf8Json, body, isSigned, receivedAt), kind, begin).ConfigureAwait(false);
    }

    /// <summary>Reads the body, whatever its content type is said to be.</summary>
    /// <returns>The body; null when it was refused.</returns>
    private async Task<byte[]?> ReadBodyAsync(HttpContext context)
    {
        var most = _options.MaxBodyBytes;
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            limit.MaxRequestBodySize = null; // ours counts, which may be more than the server's
        }

        try
        {
            var reader = context.Request.BodyReader;
            var isTooLarge = context.Request.ContentLength > most;
            while (true)
            {
                var read = isTooLarge
                    ? await reader.ReadAtLeastAsync(CompactToken.MaxHeaderLength + 1, context.RequestAborted).ConfigureAwait(false)
                    : await reader.ReadAsync(context.RequestAborted).ConfigureAwait(false);
                if (isTooLarge || read.Buffer.Length > most)
                {
                    var beginning = read.Buffer.Slice(0, Math.Min(read.Buffer.Length, CompactToken.MaxHeaderLength + 1)).ToArray();
                    reader.AdvanceTo(read.Buffer.End);
                    await RefuseTooLargeAsync(context, beginning).ConfigureAwait(false);
                    return null;
                }

                if (read.IsCompleted)
                {
                    var body = read.Buffer.ToArray();
                    reader.AdvanceTo(read.Buffer.End);
                    return body;
                }

                reader.AdvanceTo(read.Buffer.Start, read.Buffer.End);
            }
        }
        catch (IOException error) // BadHttpRequestException is one
        {
            var status = (error as BadHttpRequestException)?.StatusCode ?? StatusCodes.Status400BadRequest;
            Log.CutOff(logger, status, error);
            instruments.Rejected("cut_off");
            await Problem.WriteAsync(context, status, "The body is incomplete.").ConfigureAwait(false);
            return null;
        }
    }

    private async Task HandleAsync(HttpContext context, GradeEventDelivery delivery, string kind, long begin)
    {
        using var timeout = new CancellationTokenSource(HandlerTimeout - time.GetElapsedTime(begin) is var left && left > TimeSpan.Zero ? left : TimeSpan.Zero, time);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, context.RequestAborted);
        try
        {
            foreach (var handler in context.RequestServices.GetServices<GradeEventHandler>())
            {
                // One that doesn't look at the token is not waited for: Canvas has to get an answer.
                await handler.HandleAsync(delivery, _options.UnknownEvents, stop.Token).WaitAsync(stop.Token).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            context.RequestAborted.ThrowIfCancellationRequested();
            Log.HandlerTooSlow(logger, kind, StatusCodes.Status503ServiceUnavailable, HandlerTimeout.TotalSeconds);
            instruments.Failed("too_slow");
            await RefuseForNowAsync(context, "The event was not handled in time.").ConfigureAwait(false);
            return;
        }
#pragma warning disable CA1031 // Whatever a handler throws is answered, and logged.
        catch (Exception error)
#pragma warning restore CA1031
        {
            Log.HandlerFailed(logger, kind, StatusCodes.Status500InternalServerError, error);
            instruments.Failed("exception");
            Activity.Current?.SetStatus(ActivityStatusCode.Error);
            await Problem.WriteAsync(context, StatusCodes.Status500InternalServerError, "The event could not be handled.").ConfigureAwait(false);
            return;
        }

        Log.Handled(logger, kind, delivery.IsSigned, time.GetElapsedTime(begin).TotalMilliseconds);
        context.Response.StatusCode = StatusCodes.Status204NoContent;
    }

    private Task RefuseSignatureAsync(HttpContext context, CanvasSignatureFailure failure)
    {
        var status = failure == CanvasSignatureFailure.KeysUnavailable ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status401Unauthorized;
        Log.SignatureFailed(logger, status, failure);
        instruments.Rejected(failure == CanvasSignatureFailure.KeysUnavailable ? "keys_unavailable" : "signature");
        return status == StatusCodes.Status401Unauthorized
            ? Problem.WriteAsync(context, status, "The body is not signed by Canvas.")
            : RefuseForNowAsync(context, "The public keys of Canvas are unavailable at the moment.");
    }

    private Task RefuseTooLargeAsync(HttpContext context, ReadOnlySpan<byte> beginning)
    {
        context.Response.Headers.Connection = "close"; // the rest of the body is not read
        if (_options.RequireSignature && CompactToken.HasLargeHeader(beginning))
        {
            return RefuseSignatureAsync(context, CanvasSignatureFailure.Malformed);
        }

        Log.TooLarge(logger, StatusCodes.Status413PayloadTooLarge, _options.MaxBodyBytes);
        instruments.Rejected("too_large");
        return Problem.WriteAsync(context, StatusCodes.Status413PayloadTooLarge, FormattableString.Invariant($"The body has more than {_options.MaxBodyBytes} bytes."));
    }

    private static Task RefuseForNowAsync(HttpContext context, string title)
    {
        context.Response.Headers.RetryAfter = RetryAfterSeconds;
        return Problem.WriteAsync(context, StatusCodes.Status503ServiceUnavailable, title);
    }
}
