using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using Instructure.GradeEvents.AspNetCore.Tests.Support;
using Instructure.GradeEvents.Tests.Support;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Instructure.GradeEvents.AspNetCore.Tests;

/// <summary>What can be seen of the endpoint from outside.</summary>
public class DiagnosticsTests
{
    [Fact]
    public async Task Deliveries_are_counted_and_timed()
    {
        await using var receiver = await Receiver.StartAsync(static options => options.RequireSignature = false);
        var measured = new ConcurrentQueue<string>();
        using var listener = new MeterListener();
        var factory = receiver.Services.GetRequiredService<IMeterFactory>();
        listener.InstrumentPublished = (instrument, self) =>
        {
            if (instrument.Meter.Name == "Instructure.GradeEvents.AspNetCore" && ReferenceEquals(instrument.Meter.Scope, factory))
            {
                self.EnableMeasurementEvents(instrument);
            }
        };
        listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => measured.Enqueue($"{instrument.Name} {value} {tags[0].Key}={tags[0].Value}"));
        listener.SetMeasurementEventCallback<double>((instrument, _, tags, _) => measured.Enqueue($"{instrument.Name} {tags[0].Key}={tags[0].Value}"));
        listener.Start();

        await receiver.PostAsync(Repository.Sample("grade-change-by-teacher.json"));
        await receiver.PostAsync("{}"u8.ToArray());
        receiver.Recorder.Also = static _ => throw new InvalidOperationException();
        await receiver.PostAsync(Repository.Sample("submission-created.json"));

        measured.Should().Equal(
            "grade_events.received 1 kind=grade_change",
            "grade_events.duration status=204",
            "grade_events.rejected 1 reason=invalid",
            "grade_events.duration status=400",
            "grade_events.received 1 kind=unknown",
            "grade_events.handler_failures 1 reason=exception",
            "grade_events.duration status=500");
    }

    [Fact]
    public async Task A_delivery_is_an_activity()
    {
        var activities = new ConcurrentQueue<Activity>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = static source => source.Name == "Instructure.GradeEvents.AspNetCore",
            Sample = static (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = activities.Enqueue,
        };
        ActivitySource.AddActivityListener(listener);
        await using var receiver = await Receiver.StartAsync(static options => options.RequireSignature = false);

        await receiver.PostAsync(Repository.Sample("grade-override-set.json"));

        activities.Should().Contain(static activity => activity.OperationName == "grade_events.receive" && (string?)activity.GetTagItem("grade_events.kind") == "grade_override");
    }

    [Fact]
    public async Task Messages_have_nothing_of_a_payload()
    {
        await using var receiver = await Receiver.StartAsync(static options => options.RequireSignature = false);

        await receiver.PostAsync(Repository.Sample("grade-change-by-teacher.json"));
        await receiver.PostAsync(System.Text.Encoding.UTF8.GetBytes(Repository.SampleText("grade-change-by-teacher.json").Replace("\"student_id\"", "\"student\"", StringComparison.Ordinal)));

        receiver.Messages.All.Select(static message => message.Id).Should().Equal(1, 4);
        receiver.Messages.All.Should().OnlyContain(static message => !message.Text.Contains("2107", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_endpoint_takes_conventions()
    {
        await using var receiver = await Receiver.StartAsync(static options => options.RequireSignature = false);

        receiver.Services.GetRequiredService<EndpointDataSource>().Endpoints.Should().Contain(static endpoint => endpoint.Metadata.OfType<string>().Contains("a convention of the test"));
    }
}
