using Instructure.GradeEvents.Validation.Checks;

namespace Instructure.GradeEvents.Validation.Schemas;

/// <summary>A member that a schema declares.</summary>
internal sealed class Member
{
    private Member(string name, ValueRule value, bool isRequired)
    {
        Name = name;
        Value = value;
        IsRequired = isRequired;
        Role = MemberRoles.Of(name);
    }

    internal string Name { get; }

    internal ValueRule Value { get; }

    internal bool IsRequired { get; }

    /// <summary>What the checks of consistency know it as.</summary>
    internal MemberRole Role { get; }

    internal static Member Required(string name, ValueRule value) => new(name, value, isRequired: true);

    internal static Member Optional(string name, ValueRule value) => new(name, value, isRequired: false);
}
