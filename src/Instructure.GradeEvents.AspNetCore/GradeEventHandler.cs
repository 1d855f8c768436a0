using Instructure.GradeEvents.Caliper;
using Instructure.GradeEvents.Canvas;

namespace Instructure.GradeEvents.AspNetCore;

/// <summary>The base class for handlers of the events that Canvas delivers. Override the methods that you need, and register your class with <see cref="CanvasGradeEventsBuilder.AddHandler{THandler}"/>.</summary>
/// <remarks>
/// <list type="bullet">
/// <item>A new handler is created for each delivery, with the services of the request. Several handlers are called one after the other, in the order in which they were added.</item>
/// <item>Canvas gets the response when all handlers are done. It waits for 15 seconds, so the cancellation token is cancelled a second before that, or when the
/// sender disconnects. Canvas then delivers the event again. Put work that takes longer into a queue.</item>
/// <item>An exception ends the delivery: later handlers are not called, and Canvas gets the status 500. It then delivers the event again, and all handlers are called again.</item>
/// <item>Canvas delivers events at least once, and in any order. Make <see cref="GradeEventDelivery.DeduplicationKey"/> the key of your table, and insert or ignore.</item>
/// </list>
/// <para>By default, the methods do nothing.</para>
/// </remarks>
/// <example><code>
/// public sealed class Store(Database database) : GradeEventHandler
/// {
///     public override Task OnSubmissionGradedAsync(SubmissionGraded graded, GradeEventDelivery delivery, CancellationToken cancellationToken)
///         => database.InsertOrIgnoreAsync(graded, cancellationToken);
/// }
/// </code></example>
public abstract class GradeEventHandler
{
    /// <summary>Called for every delivery, before the other methods.</summary>
    /// <param name="delivery">The delivery. Its event is null when the body is not a valid event and <see cref="CanvasGradeEventOptions.InvalidEvents"/> is set to pass it on.</param>
    /// <param name="cancellationToken">Cancelled when Canvas stops waiting for the response.</param>
    /// <returns>A task that completes when the work is done.</returns>
    public virtual Task OnDeliveryAsync(GradeEventDelivery delivery, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Called for each grading of a submission: for a <c>grade_change</c>, and for each <see cref="GradeEvent"/> of a Caliper envelope.</summary>
    /// <param name="graded">The grading, in one view of both formats.</param>
    /// <param name="delivery">The delivery that it came in.</param>
    /// <param name="cancellationToken">Cancelled when Canvas stops waiting for the response.</param>
    /// <returns>A task that completes when the work is done.</returns>
    public virtual Task OnSubmissionGradedAsync(SubmissionGraded graded, GradeEventDelivery delivery, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Called for a <c>course_grade_change</c>: the scores of a student in a course changed.</summary>
    /// <param name="change">The event.</param>
    /// <param name="delivery">The delivery that it came in.</param>
    /// <param name="cancellationToken">Cancelled when Canvas stops waiting for the response.</param>
    /// <returns>A task that completes when the work is done.</returns>
    public virtual Task OnCourseGradeChangeAsync(CourseGradeChangeEvent change, GradeEventDelivery delivery, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Called for a <c>grade_override</c>: a teacher manually set, changed or removed the score of a student in a course.</summary>
    /// <param name="change">The event.</param>
    /// <param name="delivery">The delivery that it came in.</param>
    /// <param name="cancellationToken">Cancelled when Canvas stops waiting for the response.</param>
    /// <returns>A task that completes when the work is done.</returns>
    public virtual Task OnGradeOverrideAsync(GradeOverrideEvent change, GradeEventDelivery delivery, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Called for a <c>final_grade_custom_status</c>: a custom status was set on the final grade of a student, or removed.</summary>
    /// <param name="change">The event.</param>
    /// <param name="delivery">The delivery that it came in.</param>
    /// <param name="cancellationToken">Cancelled when Canvas stops waiting for the response.</param>
    /// <returns>A task that completes when the work is done.</returns>
    public virtual Task OnFinalGradeCustomStatusAsync(FinalGradeCustomStatusEvent change, GradeEventDelivery delivery, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Called for each event that is not about grades, unless <see cref="CanvasGradeEventOptions.UnknownEvents"/> is set to ignore them.</summary>
    /// <param name="unknown">An <see cref="UnknownCanvasEvent"/> or <see cref="UnknownCaliperEvent"/>, with its whole JSON.</param>
    /// <param name="delivery">The delivery that it came in.</param>
    /// <param name="cancellationToken">Cancelled when Canvas stops waiting for the response.</param>
    /// <returns>A task that completes when the work is done.</returns>
    public virtual Task OnUnknownAsync(LiveEvent unknown, GradeEventDelivery delivery, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Calls the methods that are meant.</summary>
    internal async Task HandleAsync(GradeEventDelivery delivery, UnknownEventHandling unknownEvents, CancellationToken cancellationToken)
    {
        await OnDeliveryAsync(delivery, cancellationToken).ConfigureAwait(false);
        switch (delivery.Event)
        {
            case CourseGradeChangeEvent change:
                await OnCourseGradeChangeAsync(change, delivery, cancellationToken).ConfigureAwait(false);
                break;
            case GradeOverrideEvent change:
                await OnGradeOverrideAsync(change, delivery, cancellationToken).ConfigureAwait(false);
                break;
            case FinalGradeCustomStatusEvent change:
                await OnFinalGradeCustomStatusAsync(change, delivery, cancellationToken).ConfigureAwait(false);
                break;
            case { } liveEvent:
                foreach (var graded in SubmissionGraded.From(liveEvent))
                {
                    await OnSubmissionGradedAsync(graded, delivery, cancellationToken).ConfigureAwait(false);
                }

                foreach (var unknown in unknownEvents == UnknownEventHandling.HandOn ? UnknownOf(liveEvent) : [])
                {
                    await OnUnknownAsync(unknown, delivery, cancellationToken).ConfigureAwait(false);
                }

                break;
        }
    }

    private static IEnumerable<LiveEvent> UnknownOf(LiveEvent liveEvent) => liveEvent switch
    {
        CaliperEnvelope envelope => envelope.Data.OfType<UnknownCaliperEvent>(),
        UnknownCaliperEvent or UnknownCanvasEvent => [liveEvent],
        _ => [],
    };
}
