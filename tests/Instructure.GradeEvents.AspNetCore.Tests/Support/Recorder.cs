using System.Collections.Concurrent;
using Instructure.GradeEvents.Canvas;

namespace Instructure.GradeEvents.AspNetCore.Tests.Support;

/// <summary>What was handed to the handlers.</summary>
internal sealed class Recorder
{
    internal ConcurrentQueue<string> Calls { get; } = new();

    internal ConcurrentQueue<GradeEventDelivery> Deliveries { get; } = new();

    internal ConcurrentQueue<SubmissionGraded> Graded { get; } = new();

    /// <summary>What a handler does besides.</summary>
    internal Func<CancellationToken, Task> Also { get; set; } = static _ => Task.CompletedTask;

    internal sealed class Handler(Recorder recorder) : GradeEventHandler
    {
        public override async Task OnDeliveryAsync(GradeEventDelivery delivery, CancellationToken cancellationToken)
        {
            recorder.Calls.Enqueue("delivery");
            recorder.Deliveries.Enqueue(delivery);
            await recorder.Also(cancellationToken);
        }

        public override Task OnSubmissionGradedAsync(SubmissionGraded graded, GradeEventDelivery delivery, CancellationToken cancellationToken)
        {
            recorder.Graded.Enqueue(graded);
            return Called("graded");
        }

        public override Task OnCourseGradeChangeAsync(CourseGradeChangeEvent change, GradeEventDelivery delivery, CancellationToken cancellationToken) => Called("course");

        public override Task OnGradeOverrideAsync(GradeOverrideEvent change, GradeEventDelivery delivery, CancellationToken cancellationToken) => Called("override");

        public override Task OnFinalGradeCustomStatusAsync(FinalGradeCustomStatusEvent change, GradeEventDelivery delivery, CancellationToken cancellationToken) => Called("status");

        public override Task OnUnknownAsync(LiveEvent unknown, GradeEventDelivery delivery, CancellationToken cancellationToken) => Called("unknown");

        private Task Called(string name)
        {
            recorder.Calls.Enqueue(name);
            return Task.CompletedTask;
        }
    }

    internal sealed class Second(Recorder recorder) : GradeEventHandler
    {
        public override Task OnDeliveryAsync(GradeEventDelivery delivery, CancellationToken cancellationToken)
        {
            recorder.Calls.Enqueue("second");
            return Task.CompletedTask;
        }
    }
}
