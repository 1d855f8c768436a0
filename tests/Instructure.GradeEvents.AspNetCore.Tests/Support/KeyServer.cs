using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Instructure.GradeEvents.AspNetCore.Tests.Support;

/// <summary>Serves a key set over HTTP, or misbehaves.</summary>
internal sealed class KeyServer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private int _requests;

    private KeyServer(WebApplication app) => _app = app;

    internal Uri Uri { get; private set; } = null!;

    internal int Requests => _requests;

    /// <summary>What it answers.</summary>
    internal RequestDelegate Answer { get; set; } = static _ => Task.CompletedTask;

    internal static async Task<KeyServer> StartAsync(params SigningKey[] keys)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var server = new KeyServer(builder.Build());
        server.Serve(keys);
        server._app.MapGet("/jwks", context =>
        {
            Interlocked.Increment(ref server._requests);
            return server.Answer(context);
        });
        await server._app.StartAsync();
        server.Uri = new(server._app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single() + "/jwks");
        return server;
    }

    internal void Serve(params SigningKey[] keys)
    {
        var json = new JsonObject { ["keys"] = new JsonArray([.. keys.Select(static key => key.Jwk)]) }.ToJsonString();
        Answer = context => context.Response.WriteAsync(json);
    }

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();
}
