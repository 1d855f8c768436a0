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

    /// <summary>In the order of the schema.</summary>
    internal Member[] Members => Table.Members;

    internal NameTable Names => Table.Names;

    /// <summary>The members that are required, a bit for each.</summary>
    internal ulong Required => Table.Required;

    private MemberTable Table => field ??= new(members());

    private sealed class MemberTable
    {
        internal MemberTable(Member[] members)
        {
            Members = members;
            Names = new(Array.ConvertAll(members, static member => member.Name));
            for (var i = 0; i < members.Length; i++)
            {
                Required |= members[i].IsRequired ? 1UL << i : 0;
            }
        }

        internal Member[] Members { get; }

        internal NameTable Names { get; }

        internal ulong Required { get; }
    }
}
