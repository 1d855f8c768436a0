using System.Text;
using Instructure.GradeEvents.Validation.Schemas;

namespace Instructure.GradeEvents.Validation.Checks;

/// <summary>Knows the members by their names.</summary>
internal static class MemberRoles
{
    /// <summary>The names, in the order of the roles. The last role has two of them.</summary>
    private static readonly NameTable s_names = new(
        "id", "type", "extensions", "com.instructure.canvas", "entity_id", "actor", "object", "generated", "attempt", "assignee", "assignable", "membership",
        "member", "organization", "roles", "group", "eventTime", "sendTime", "data", "body", "user_id", "student_id", "messageParameters", "@context");

    internal static MemberRole Of(ReadOnlySpan<byte> name)
    {
        var role = (MemberRole)(s_names.Find(name) + 1);
        return role > MemberRole.Foreign ? MemberRole.Foreign : role;
    }

    internal static MemberRole Of(string name) => Of(Encoding.UTF8.GetBytes(name).AsSpan());
}
