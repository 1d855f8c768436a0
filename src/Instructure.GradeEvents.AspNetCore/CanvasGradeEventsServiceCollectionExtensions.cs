using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Instructure.GradeEvents.AspNetCore;

/// <summary>Adds the services that receive events from Canvas.</summary>
public static class CanvasGradeEventsServiceCollectionExtensions
{
    /// <summary>Adds the services that receive events from Canvas. Add your handlers to the result, and map the endpoint with <see cref="CanvasGradeEventsEndpointExtensions.MapCanvasGradeEvents"/>.</summary>
    /// <param name="services">The services of the program.</param>
    /// <param name="configure">Sets the options; null for the defaults. They are checked when the program starts.</param>
    /// <returns>A builder to add handlers with.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="services"/> is null.</exception>
    /// <example><code>
    /// builder.Services.AddCanvasGradeEvents().AddHandler&lt;MyHandler&gt;();
    /// app.MapCanvasGradeEvents("/canvas/events");
    /// </code></example>
    public static CanvasGradeEventsBuilder AddCanvasGradeEvents(this IServiceCollection services, Action<CanvasGradeEventOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.AddOptions<CanvasGradeEventOptions>().Configure(configure ?? (static _ => { })).ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<CanvasGradeEventOptions>, OptionsValidator>());
        services.AddHttpClient(SigningKeys.HttpClientName, static client =>
        {
            client.Timeout = SigningKeys.FetchTimeout;
            client.MaxResponseContentBufferSize = SigningKeys.MaxBytes;
        }).ConfigurePrimaryHttpMessageHandler(static () => new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });
        services.AddMetrics();
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<Instruments>();
        services.TryAddSingleton<SigningKeys>();
        services.TryAddSingleton(static provider => new CanvasSignatureValidator(
            provider.GetRequiredService<SigningKeys>(),
            provider.GetRequiredService<IOptions<CanvasGradeEventOptions>>(),
            provider.GetRequiredService<TimeProvider>()));
        services.TryAddSingleton<GradeEventEndpoint>();
        return new(services);
    }
}
