using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;

namespace Instructure.GradeEvents.AspNetCore;

/// <summary>Adds a health check to a program that receives events from Canvas.</summary>
public static class CanvasGradeEventsHealthCheckExtensions
{
    /// <summary>Adds a check that is healthy when there are keys to check signatures with, or signatures are not required. It fetches the keys if there are none yet.</summary>
    /// <param name="checks">The health checks of the program.</param>
    /// <param name="name">The name of the check.</param>
    /// <returns>The health checks.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="checks"/> is null.</exception>
    public static IHealthChecksBuilder AddCanvasSigningKeys(this IHealthChecksBuilder checks, string name = "canvas-signing-keys")
    {
        ArgumentNullException.ThrowIfNull(checks);
        return checks.Add(new(name, static services => new SigningKeysCheck(services.GetRequiredService<SigningKeys>(), services.GetRequiredService<IOptions<CanvasGradeEventOptions>>()), failureStatus: null, tags: null));
    }

    private sealed class SigningKeysCheck(SigningKeys keys, IOptions<CanvasGradeEventOptions> options) : IHealthCheck
    {
        public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
            => !options.Value.RequireSignature ? HealthCheckResult.Healthy("Signatures are not required.")
                : await keys.AreThereAsync(cancellationToken).ConfigureAwait(false)
                ? HealthCheckResult.Healthy("The keys of Canvas are there.")
                : new(context.Registration.FailureStatus, "The keys of Canvas can't be had, so signed deliveries are answered with 503.");
    }
}
