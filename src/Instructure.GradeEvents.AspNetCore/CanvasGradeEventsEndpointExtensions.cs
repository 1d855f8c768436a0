using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Instructure.GradeEvents.AspNetCore;

/// <summary>Maps the endpoint that Canvas delivers to.</summary>
public static class CanvasGradeEventsEndpointExtensions
{
    /// <summary>Maps the endpoint that Canvas delivers to, for POST.</summary>
    /// <remarks>
    /// <para>It answers</para>
    /// <list type="bullet">
    /// <item>204 when all handlers are done;</item>
    /// <item>400 (<c>application/problem+json</c>, with the issues) for a body that is not a valid event, unless <see cref="CanvasGradeEventOptions.InvalidEvents"/> has it passed on;</item>
    /// <item>401 for a signature that is missing or wrong;</item>
    /// <item>413 for a body that is too large;</item>
    /// <item>500 when a handler throws an exception, of which nothing is in the response;</item>
    /// <item>503 with <c>Retry-After</c> when the handlers take too long, or the keys of Canvas are unavailable.</item>
    /// </list>
    /// <para>The content type is ignored, since that of a signed delivery is not documented. Canvas delivers an event again until the status is 2xx.</para>
    /// </remarks>
    /// <param name="endpoints">The routes of the program.</param>
    /// <param name="pattern">The path, such as <c>/canvas/events</c>.</param>
    /// <returns>The endpoint, so that you can allow anonymous callers, limit their rate, or name it.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="endpoints"/> or <paramref name="pattern"/> is null.</exception>
    /// <exception cref="InvalidOperationException"><see cref="CanvasGradeEventsServiceCollectionExtensions.AddCanvasGradeEvents"/> was not called.</exception>
    public static IEndpointConventionBuilder MapCanvasGradeEvents(this IEndpointRouteBuilder endpoints, [StringSyntax("Route")] string pattern)
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        ArgumentNullException.ThrowIfNull(pattern);
        var endpoint = endpoints.ServiceProvider.GetService<GradeEventEndpoint>()
            ?? throw new InvalidOperationException($"Call {nameof(CanvasGradeEventsServiceCollectionExtensions.AddCanvasGradeEvents)} on the services first.");
        return endpoints.MapMethods(pattern, [HttpMethods.Post], (RequestDelegate)endpoint.ReceiveAsync).WithDisplayName("Canvas grade events");
    }
}
