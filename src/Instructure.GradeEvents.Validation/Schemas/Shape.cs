namespace Instructure.GradeEvents.Validation.Schemas;

/// <summary>The members that a schema declares for an object.</summary>
/// <param name="members">Makes the members when the shape is needed for the first time: shapes refer to each other in circles.</param>
internal sealed class Shape(Func<Member[]> members)
{
    /// <summary>Any object: no member is declared.</summary>
    internal static Shape Anything { get; } = new(static () => []);

    /// <summary>The Caliper type that the schema is for; null when it is for no single type.</summary>
    internal string? Type { get; init; }

    /// <summary>What it is in a sentence, if the documents give all of its members: another member is then a warning.</summary>
    internal string? Record { get; init; }

    /// <summary>What it is in a sentence, if it can have no other members.</summary>
    internal string? Closed { get; init; }

    /// <summary>Whether it is the body of an event of the Canvas format.</summary>
    internal bool IsBody { get; init; }

    /// <summary>Whether it is for the Caliper types that are not modelled.</summary>
    internal bool IsOther { get; init; }

    internal MemberTable Table => field ??= new(members());
}
