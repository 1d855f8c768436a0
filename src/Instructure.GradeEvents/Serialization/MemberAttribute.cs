using System.Diagnostics;

namespace Instructure.GradeEvents.Serialization;

/// <summary>Makes a partial property a member of the record's JSON object: the generator writes its field, its accessors, and how it is read and written.</summary>
/// <remarks>
/// <para>Members are written in the order in which they are declared, after those of the base. One whose type can't be null is required.</para>
/// <para>Where accessors have to be written by hand, the attribute stands on the field behind them.</para>
/// </remarks>
/// <param name="name">The name in JSON.</param>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field)]
[Conditional("GENERATOR_ONLY")]
internal sealed class MemberAttribute(string name) : Attribute
{
    public string Name { get; } = name;

    /// <summary>The codec, where the type doesn't tell: the name of a field of <see cref="Codecs"/>, or of a property of the record.</summary>
    public string? Codec { get; init; }

    /// <summary>What the items of a list are called in messages: "roles (strings)".</summary>
    public string? Items { get; init; }

    /// <summary>Whether it stands after the members of the records that derive from this one.</summary>
    public bool IsLast { get; init; }
}
