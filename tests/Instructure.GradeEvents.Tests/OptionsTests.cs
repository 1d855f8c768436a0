using System.Buffers;
using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Instructure.GradeEvents.Caliper;
using Instructure.GradeEvents.Canvas;
using Instructure.GradeEvents.Serialization;
using Instructure.GradeEvents.Tests.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;

namespace Instructure.GradeEvents.Tests;

/// <summary>The records with System.Text.Json and ASP.NET Core.</summary>
public partial class OptionsTests
{
    public static TheoryData<string> SampleNames => Repository.SampleNames();

    [Theory]
    [MemberData(nameof(SampleNames))]
    public async Task JsonSerializer_reads_and_writes_with_the_options(string name)
    {
        var expected = GradeEventSerializer.Deserialize(Repository.Sample(name));

        JsonSerializer.Deserialize<LiveEvent>(Repository.Sample(name), GradeEventSerializer.Options).Should().Be(expected);
        (await JsonSerializer.DeserializeAsync<LiveEvent>(new MemoryStream(Repository.Sample(name)), GradeEventSerializer.Options)).Should().Be(expected);
        JsonSerializer.Serialize(expected, GradeEventSerializer.Options).Should().Be(GradeEventSerializer.Serialize(expected));
        JsonSerializer.Serialize(expected, expected.GetType(), GradeEventSerializer.Options).Should().Be(GradeEventSerializer.Serialize(expected));
        JsonSerializer.Deserialize(GradeEventSerializer.Serialize(expected), expected.GetType(), GradeEventSerializer.Options).Should().Be(expected);
    }

    [Fact]
    public void The_options_are_read_only_and_know_every_record()
    {
        GradeEventSerializer.Options.IsReadOnly.Should().BeTrue();
        var records = typeof(LiveEvent).Assembly.GetExportedTypes().Where(type => type.IsAssignableTo(typeof(PayloadObject)) && type != typeof(PayloadObject)).ToArray();
        records.Should().HaveCountGreaterThan(30);
        foreach (var record in records)
        {
            GradeEventSerializer.Options.GetTypeInfo(record).Converter.Type.Should().Be(record);
            new PayloadJsonConverterFactory().CanConvert(record).Should().BeTrue("of {0}", record);
        }
    }

    [Fact]
    public void A_Caliper_event_without_envelope_reads()
    {
        using var envelope = JsonDocument.Parse(Repository.Sample("caliper-several-items.json"));
        var items = envelope.RootElement.GetProperty("data");

        var graded = items[0].Deserialize<CaliperEvent>(GradeEventSerializer.Options);
        var unknown = items[1].Deserialize<CaliperEvent>(GradeEventSerializer.Options);

        graded.Should().BeOfType<GradeEvent>();
        unknown.Should().BeOfType<UnknownCaliperEvent>();
        JsonText.Difference(items[0].GetRawText(), JsonSerializer.Serialize(graded, GradeEventSerializer.Options)).Should().BeNull();
        JsonText.Difference(items[1].GetRawText(), JsonSerializer.Serialize(unknown, GradeEventSerializer.Options)).Should().BeNull();
        Action read = () => items[2].Deserialize<CaliperEvent>(GradeEventSerializer.Options);
        read.Should().Throw<JsonException>().WithMessage("$.type: expected one of the types GradeEvent*");
    }

    [Fact]
    public void A_derived_type_refuses_other_events()
    {
        Action read = () => JsonSerializer.Deserialize<GradeOverrideEvent>(Repository.Sample("grade-change-compact.json"), GradeEventSerializer.Options);

        read.Should().Throw<JsonException>().WithMessage("$: expected a GradeOverrideEvent*");
    }

    [Fact]
    public void Lists_of_events_read()
    {
        var json = "[" + string.Join(',', Repository.SampleFiles.Select(File.ReadAllText)) + "]";

        JsonSerializer.Deserialize<LiveEvent[]>(json, GradeEventSerializer.Options).Should().HaveCount(Repository.SampleFiles.Count());
        JsonSerializer.Deserialize<List<LiveEvent>>(json, GradeEventSerializer.Options).Should().HaveCount(Repository.SampleFiles.Count());
    }

    [Fact]
    public void A_type_of_yours_can_have_events_and_ids_in_it()
    {
        var message = new Message(Guid.Empty, GradeEventSerializer.Deserialize(Repository.Sample("grade-change-compact.json")), [new CanvasId(5)]);

        foreach (var options in new[] { new JsonSerializerOptions(), new JsonSerializerOptions { TypeInfoResolver = MessageContext.Default } })
        {
            var read = JsonSerializer.Deserialize<Message>(JsonSerializer.Serialize(message, options), options)!;
            read.Event.Should().Be(message.Event);
            read.Users.Should().Equal(message.Users);
            Action bad = () => JsonSerializer.Deserialize<Message>("""{"Event":{"metadata":{},"body":{}}}""", options);
            bad.Should().Throw<JsonException>().WithMessage("*event_name*");
        }
    }

    [Theory]
    [MemberData(nameof(SampleNames))]
    public async Task A_stream_may_be_cut_anywhere(string name)
    {
        var expected = GradeEventSerializer.Deserialize(Repository.Sample(name));
        var options = new JsonSerializerOptions { DefaultBufferSize = 16 };

        var padded = new MemoryStream([.. Repository.Sample(name), .. Enumerable.Repeat((byte)' ', 50_000)]);
        (await JsonSerializer.DeserializeAsync<LiveEvent>(padded, GradeEventSerializer.Options)).Should().Be(expected);
        padded.Position = 0;
        JsonSerializer.Deserialize<LiveEvent>(padded, options).Should().Be(expected);

        var list = new MemoryStream(Encoding.UTF8.GetBytes("[" + string.Join(',', Enumerable.Repeat(Repository.SampleText(name), 50)) + "]"));
        (await JsonSerializer.DeserializeAsync<List<LiveEvent>>(list, GradeEventSerializer.Options)).Should().HaveCount(50).And.AllBeEquivalentTo(expected, it => it.ComparingByValue<LiveEvent>());
        list.Position = 0;
        var count = 0;
        await foreach (var liveEvent in JsonSerializer.DeserializeAsyncEnumerable<LiveEvent>(list, options))
        {
            liveEvent.Should().Be(expected);
            count++;
        }

        count.Should().Be(50);
    }

    [Fact]
    public void An_entity_in_a_stream_may_be_cut_anywhere()
    {
        var json = JsonElement.Parse(Repository.Sample("caliper-published-example.json")).GetProperty("data")[0];
        var options = new JsonSerializerOptions { DefaultBufferSize = 16 };
        foreach (var (part, type) in new[] { ("actor", typeof(Agent)), ("actor", typeof(Entity)), ("object", typeof(Attempt)), ("group", typeof(Organization)), ("referrer", typeof(Entity)) })
        {
            var text = json.GetProperty(part).GetRawText();
            var stream = new MemoryStream(Encoding.UTF8.GetBytes(text + new string(' ', 1000)));
            JsonSerializer.Deserialize(stream, type, options).Should().Be(JsonSerializer.Deserialize(text, type, options));
        }
    }

    [Fact]
    public void Inside_of_a_type_of_yours_the_path_is_that_to_the_value_and_the_message_tells_the_rest()
    {
        Action read = () => JsonSerializer.Deserialize<List<Message>>("""[{"Users":["5","x"]}]""");
        read.Should().Throw<JsonException>().WithMessage("expected a Canvas id (*), found the string \"x\" (line 1, byte 16).").Which.Path.Should().Be("$[0].Users[1]");

        read = () => JsonSerializer.Deserialize<List<LiveEvent>>("[" + Repository.SampleText("grade-change-compact.json").Replace("true", "1", StringComparison.Ordinal) + "]", GradeEventSerializer.Options);
        read.Should().Throw<JsonException>().WithMessage("in this value, $.body.grading_complete: expected true or false*").Which.Path.Should().StartWith("$[0]");
    }

    [Fact]
    public void Writes_into_a_buffer()
    {
        var liveEvent = GradeEventSerializer.Deserialize(Repository.Sample("caliper-thinned.json"));
        var buffer = new ArrayBufferWriter<byte>();

        GradeEventSerializer.Serialize(buffer, liveEvent);

        Encoding.UTF8.GetString(buffer.WrittenSpan).Should().Be(GradeEventSerializer.Serialize(liveEvent));
    }

    [Fact]
    public void All_threads_can_read_at_once()
    {
        var samples = Repository.SampleFiles.Select(File.ReadAllBytes).ToArray();
        var expected = samples.Select(sample => GradeEventSerializer.Deserialize(sample)).ToArray();

        var read = Enumerable.Range(0, 2000).AsParallel().AsOrdered().Select(i => GradeEventSerializer.Deserialize(samples[i % samples.Length])).ToArray();

        read.Should().Equal(Enumerable.Range(0, 2000).Select(i => expected[i % samples.Length]));
    }

    [Fact]
    public async Task An_endpoint_of_ASP_NET_Core_takes_and_gives_events()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseTestServer();
        builder.Services.ConfigureHttpJsonOptions(json => json.SerializerOptions.TypeInfoResolverChain.Insert(0, GradeEventSerializer.Options.TypeInfoResolver!));
        await using var app = builder.Build();
        app.MapPost("/events", (LiveEvent liveEvent) => Results.Ok(liveEvent));
        await app.StartAsync();
        using var client = app.GetTestClient();
        var json = Repository.SampleText("caliper-number-as-text.json");

        using var response = await client.PostAsync("/events", new StringContent(json, Encoding.UTF8, "application/json"));
        using var refused = await client.PostAsync("/events", new StringContent("{\"metadata\":1}", Encoding.UTF8, "application/json"));

        response.StatusCode.Should().Be(HttpStatusCode.OK);
        JsonText.Difference(json, await response.Content.ReadAsStringAsync()).Should().BeNull();
        refused.StatusCode.Should().Be(HttpStatusCode.BadRequest);

        // In pieces and without a length, as a proxy may send it.
        using var chunked = new HttpRequestMessage(HttpMethod.Post, "/events") { Content = new StreamContent(new MemoryStream(Encoding.UTF8.GetBytes(json + new string(' ', 100_000)))) };
        chunked.Content.Headers.ContentType = new("application/json");
        chunked.Headers.TransferEncodingChunked = true;
        using var accepted = await client.SendAsync(chunked);
        accepted.StatusCode.Should().Be(HttpStatusCode.OK);
    }

    internal sealed record Message(Guid Id, LiveEvent Event, IReadOnlyList<CanvasId> Users);

    [JsonSerializable(typeof(Message))]
    private sealed partial class MessageContext : JsonSerializerContext;
}
