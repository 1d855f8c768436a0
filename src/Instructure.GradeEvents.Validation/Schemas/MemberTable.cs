namespace Instructure.GradeEvents.Validation.Schemas;

/// <summary>The members of a shape.</summary>
internal sealed class MemberTable
{
    internal MemberTable(Member[] members)
    {
        Members = members;
        Following = new byte[members.Length + 1];
        var names = new string[members.Length];
        for (var i = 0; i < members.Length; i++)
        {
            names[i] = members[i].Name;
            Required |= members[i].IsRequired ? 1UL << i : 0;
            Following[i] = (byte)i;
        }

        Names = new(names);
    }

    /// <summary>In the order of the schema.</summary>
    internal Member[] Members { get; }

    /// <summary>
    /// For each member, and first for the beginning of the object, the member that came next the last time: senders keep an order. Threads
    /// may overwrite what others learned, since it is only a guess.
    /// </summary>
    internal byte[] Following { get; }

    internal NameTable Names { get; }

    /// <summary>The members that are required, a bit for each.</summary>
    internal ulong Required { get; }
}
