using System.Text.Json.Nodes;
using Instructure.GradeEvents.AspNetCore.Tests.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Instructure.GradeEvents.SystemTests;

/// <summary>Serves the public keys, as Canvas does.</summary>
internal sealed class KeySet : IAsyncDisposable
{
    private readonly WebApplication _app;

    private KeySet(WebApplication app) => _app = app;

    internal string Uri => _app.Urls.Single() + "/jwks";

    internal static async Task<KeySet> StartAsync(SigningKey key)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var json = new JsonObject { ["keys"] = new JsonArray(key.Jwk) }.ToJsonString();
        app.MapGet("/jwks", context => context.Response.WriteAsync(json));
        await app.StartAsync();
        return new(app);
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
