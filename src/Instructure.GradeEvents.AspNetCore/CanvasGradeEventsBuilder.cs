using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.DependencyInjection;

namespace Instructure.GradeEvents.AspNetCore;

/// <summary>Adds handlers to what <see cref="CanvasGradeEventsServiceCollectionExtensions.AddCanvasGradeEvents"/> has added.</summary>
public sealed class CanvasGradeEventsBuilder
{
    internal CanvasGradeEventsBuilder(IServiceCollection services) => Services = services;

    /// <summary>The services of the program.</summary>
    public IServiceCollection Services { get; }

    /// <summary>Adds a handler, which is made anew for each delivery. Several are called in the order in which they are added.</summary>
    /// <typeparam name="THandler">The handler.</typeparam>
    /// <returns>This builder.</returns>
    public CanvasGradeEventsBuilder AddHandler<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] THandler>()
        where THandler : GradeEventHandler
    {
        Services.AddScoped<GradeEventHandler, THandler>();
        return this;
    }
}
