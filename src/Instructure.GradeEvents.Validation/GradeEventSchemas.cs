namespace Instructure.GradeEvents.Validation;

/// <summary>The JSON Schemas in this package, for other validators: draft-07, each of them self-contained.</summary>
/// <remarks>The texts are the files of the folder <c>schemas</c> of the repository, byte for byte. Thread-safe.</remarks>
public static class GradeEventSchemas
{
    private const string Ending = ".schema.json";

    /// <summary>The names of the schemas: <c>caliper-envelope</c>, <c>grade-events</c> (any of the others), …</summary>
    public static IReadOnlyList<string> Names { get; } =
    [
        "caliper-envelope", "caliper-grade-event", "canvas-grade-change", "canvas-course-grade-change", "canvas-grade-override",
        "canvas-final-grade-custom-status", "grade-events",
    ];

    /// <summary>Opens a schema.</summary>
    /// <param name="name">One of <see cref="Names"/>.</param>
    /// <returns>The schema in UTF-8, without byte order mark. You dispose of it.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="name"/> is null.</exception>
    /// <exception cref="ArgumentException">There is no schema of that name; the message lists all names.</exception>
    public static Stream Open(string name)
        => Names.Contains(name ?? throw new ArgumentNullException(nameof(name)), StringComparer.Ordinal)
            ? typeof(GradeEventSchemas).Assembly.GetManifestResourceStream(name + Ending)!
            : throw new ArgumentException($"There is no schema \"{name}\"; there are {string.Join(", ", Names)}.", nameof(name));
}
