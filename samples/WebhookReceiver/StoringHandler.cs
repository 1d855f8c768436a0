using Instructure.GradeEvents;
using Instructure.GradeEvents.AspNetCore;
using Instructure.GradeEvents.Canvas;

namespace WebhookReceiver;

/// <summary>Stores each grading once, however often it is delivered.</summary>
internal sealed class StoringHandler(GradingStore store) : GradeEventHandler
{
    public override Task OnSubmissionGradedAsync(SubmissionGraded graded, GradeEventDelivery delivery, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        store.Add(Grading.Of(graded, delivery.Event is CanvasEvent ? "canvas" : "caliper"));
        return Task.CompletedTask;
    }
}
