using System.Text.Json;
using Instructure.GradeEvents;
using Instructure.GradeEvents.Caliper;
using Instructure.GradeEvents.Validation;

// Reads, writes and validates each payload that it is given, by all ways that the library has. What it says must be the same however it was published.
foreach (var path in args)
{
    Console.WriteLine(GradeEventValidator.Default.Validate(File.ReadAllBytes(path)));
    Console.WriteLine(GradeEventValidator.Default.Validate(File.ReadAllText(path).Replace("2", "x", StringComparison.Ordinal)));
    var liveEvent = GradeEventSerializer.Deserialize(File.ReadAllBytes(path));
    var json = GradeEventSerializer.Serialize(liveEvent);
    Console.WriteLine($"{Path.GetFileName(path)} {json} {liveEvent}");

    var again = JsonSerializer.Deserialize(json, GradeEventSerializer.Options.GetTypeInfo(liveEvent.GetType()));
    Console.WriteLine(liveEvent.Equals(again) ? "equal" : throw new InvalidOperationException("It was read as something else."));

    if (liveEvent is CaliperEnvelope { Data: [CaliperEvent caliperEvent, ..] })
    {
        var bare = JsonSerializer.Serialize(caliperEvent, GradeEventSerializer.Options.GetTypeInfo(typeof(CaliperEvent)));
        Console.WriteLine(JsonSerializer.Deserialize(bare, GradeEventSerializer.Options.GetTypeInfo(typeof(CaliperEvent))));
    }

    var delivery = new Delivery(
        DateTimeOffset.UnixEpoch, liveEvent, new CanvasId(2107, 1), new() { [new CanvasId(2107, 73)] = "Instructor" }, Iri.Parse("https://example.edu"), CanvasUrn.Create("course", new CanvasId(2107, 588)));
    var delivered = JsonSerializer.Serialize(delivery, DeliveryContext.Default.Delivery);
    Console.WriteLine($"{delivered} {JsonSerializer.Deserialize(delivered, DeliveryContext.Default.Delivery)}");

    // As ASP.NET Core is told of the records.
    var web = new JsonSerializerOptions(JsonSerializerDefaults.Web);
    web.TypeInfoResolverChain.Insert(0, GradeEventSerializer.Options.TypeInfoResolver!);
    Console.WriteLine(JsonSerializer.Serialize(liveEvent, web.GetTypeInfo(typeof(LiveEvent))));
}

GradeEventSerializer.TryDeserialize("""{"metadata":{"event_name":"grade_change","event_time":"2026-09-14"}}"""u8, out _, out var error);
Console.WriteLine(error!.Message);

foreach (var name in GradeEventSchemas.Names)
{
    using var schema = GradeEventSchemas.Open(name);
    Console.WriteLine($"{name} {schema.Length}");
}
