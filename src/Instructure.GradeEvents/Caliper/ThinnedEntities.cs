namespace Instructure.GradeEvents.Caliper;

/// <summary>Makes the thinned form of entities.</summary>
public static class ThinnedEntities
{
    /// <summary>The entity as its IRI alone, which is how it is written where it stands.</summary>
    /// <typeparam name="T">The type of the entity.</typeparam>
    /// <param name="entity">The entity, thinned or not.</param>
    /// <returns>A thinned one with the same <see cref="Entity.Id"/> and nothing else.</returns>
    /// <remarks>
    /// A thinned entity doesn't tell its type. Where it is set or listed it becomes what is read there: as the actor of an event an
    /// <see cref="Agent"/>, as the assignee of an attempt a <see cref="Person"/>. Source: Caliper 1.1, section 4.
    /// </remarks>
    /// <exception cref="ArgumentNullException"><paramref name="entity"/> is null.</exception>
    /// <example><code>var attempt = new Attempt { Id = id, Assignee = student.Thin() };</code></example>
    public static T Thin<T>(this T entity)
        where T : Entity
        => (T)(entity ?? throw new ArgumentNullException(nameof(entity))).ToThinned();
}
