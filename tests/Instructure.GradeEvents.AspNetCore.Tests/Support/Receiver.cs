using System.Net;
using System.Net.Http.Headers;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace Instructure.GradeEvents.AspNetCore.Tests.Support;

/// <summary>The endpoint in a program of its own, on a loopback port, with a clock of the test.</summary>
internal sealed class Receiver : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly HttpClient _client = new() { Timeout = TimeSpan.FromSeconds(30) };

    private Receiver(WebApplication app) => _app = app;

    internal Recorder Recorder => Services.GetRequiredService<Recorder>();

    internal FakeTimeProvider Time => (FakeTimeProvider)Services.GetRequiredService<TimeProvider>();

    internal MessageRecorder Messages => (MessageRecorder)Services.GetRequiredService<ILoggerProvider>();

    internal IServiceProvider Services => _app.Services;

    internal required Uri Address { get; init; }

    internal static async Task<Receiver> StartAsync(Action<CanvasGradeEventOptions> configure, Action<IServiceCollection>? addServices = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddHealthChecks().AddCanvasSigningKeys();
        builder.Services.AddSingleton<Recorder>();
        builder.Services.AddSingleton<TimeProvider>(new FakeTimeProvider(SigningKey.Now));
        builder.Services.AddSingleton<ILoggerProvider, MessageRecorder>();
        addServices?.Invoke(builder.Services);
        builder.Services.AddCanvasGradeEvents(configure).AddHandler<Recorder.Handler>().AddHandler<Recorder.Second>();
        var app = builder.Build();
        app.MapCanvasGradeEvents("/canvas/events").WithMetadata("a convention of the test");
        app.MapHealthChecks("/health");
        await app.StartAsync();
        return new(app) { Address = new(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single()) };
    }

    internal async Task<Answer> PostAsync(byte[] body, string? contentType = null, string? encoding = null)
    {
        using var content = new ByteArrayContent(body);
        content.Headers.ContentType = contentType is null ? null : MediaTypeHeaderValue.Parse(contentType);
        if (encoding is not null)
        {
            content.Headers.ContentEncoding.Add(encoding);
        }

        return await PostAsync(content);
    }

    internal async Task<Answer> PostAsync(HttpContent content)
    {
        using var response = await _client.PostAsync(new Uri(Address, "/canvas/events"), content);
        return new(response.StatusCode, await response.Content.ReadAsStringAsync(), response.Content.Headers.ContentType?.ToString(), response.Headers.RetryAfter?.Delta);
    }

    internal async Task<HttpStatusCode> GetAsync(string path)
    {
        using var response = await _client.GetAsync(new Uri(Address, path));
        return response.StatusCode;
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _app.DisposeAsync();
    }

    internal sealed record Answer(HttpStatusCode Status, string Body, string? ContentType, TimeSpan? RetryAfter);
}
