using System.Text;
using Instructure.GradeEvents.Validation.Schemas;

namespace Instructure.GradeEvents.Validation.Checks;

/// <summary>Knows the members by their names.</summary>
internal static class MemberRoles
{
    private static readonly (string Name, MemberRole Role)[] s_roles =
    [
        ("id", MemberRole.Id), ("type", MemberRole.Type), ("extensions", MemberRole.Extensions), ("com.instructure.canvas", MemberRole.CanvasExtension), ("entity_id", MemberRole.EntityId),
        ("actor", MemberRole.Actor), ("object", MemberRole.Object), ("generated", MemberRole.Generated), ("attempt", MemberRole.Attempt),
        ("assignee", MemberRole.Assignee), ("assignable", MemberRole.Assignable), ("membership", MemberRole.Membership), ("member", MemberRole.Member),
        ("organization", MemberRole.Organization), ("roles", MemberRole.Roles), ("group", MemberRole.Group), ("eventTime", MemberRole.EventTime),
        ("sendTime", MemberRole.SendTime), ("data", MemberRole.Data), ("body", MemberRole.Body), ("user_id", MemberRole.UserId), ("student_id", MemberRole.StudentId),
        ("messageParameters", MemberRole.Foreign), ("@context", MemberRole.Foreign),
    ];

    private static readonly NameTable s_names = new(Array.ConvertAll(s_roles, static pair => pair.Name));

    internal static MemberRole Of(ReadOnlySpan<byte> name) => s_names.Find(name) is >= 0 and var index ? s_roles[index].Role : MemberRole.None;

    internal static MemberRole Of(string name) => Of(Encoding.UTF8.GetBytes(name).AsSpan());
}
