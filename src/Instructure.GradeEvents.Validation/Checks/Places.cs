namespace Instructure.GradeEvents.Validation.Checks;

/// <summary>Where a member leads to.</summary>
internal static class Places
{
    internal const int Count = (int)Place.StudentId + 1;

    private const int Roles = (int)MemberRole.Foreign + 1;

    /// <summary>For each place and each role of a member, the place of the member.</summary>
    private static readonly Place[] s_next = MakeNext();

    /// <summary>Whether it is an event or an entity.</summary>
    internal static bool IsEntity(Place place) => place is Place.Entity or (>= Place.Event and <= Place.Group);

    /// <summary>Whether what stands there is kept.</summary>
    internal static bool IsKept(Place place) => place >= Place.Object;

    /// <summary>The place of a member of what stands at this place.</summary>
    internal static Place Next(Place place, MemberRole member) => s_next[((int)place * Roles) + (int)member];

    private static Place[] MakeNext()
    {
        var next = new Place[Count * Roles];
        for (var i = 0; i < next.Length; i++)
        {
            next[i] = NextOf((Place)(i / Roles), (MemberRole)(i % Roles));
        }

        return next;
    }

    private static Place NextOf(Place place, MemberRole member) => (place, member) switch
    {
        (Place.Envelope, MemberRole.SendTime) => Place.SendTime,
        (Place.Envelope, MemberRole.Data) => Place.Data,
        (Place.Canvas, MemberRole.Body) => Place.Body,
        (Place.Body, MemberRole.UserId) => Place.UserId,
        (Place.Body, MemberRole.StudentId) => Place.StudentId,
        (Place.Extensions, MemberRole.CanvasExtension) => Place.CanvasExtension,
        (Place.CanvasExtension, MemberRole.EntityId) => Place.EntityId,
        _ when !IsEntity(place) => Place.None,
        (_, MemberRole.Id) => Place.Id,
        (_, MemberRole.Extensions) => Place.Extensions,
        (_, MemberRole.Foreign or MemberRole.Type) => Place.None,
        (Place.Event, MemberRole.EventTime) => Place.EventTime,
        (Place.Event, MemberRole.Actor) => Place.Actor,
        (Place.Event, MemberRole.Object) => Place.Object,
        (Place.Event, MemberRole.Generated) => Place.Generated,
        (Place.Event, MemberRole.Membership) => Place.Membership,
        (Place.Event, MemberRole.Group) => Place.Group,
        (Place.Object, MemberRole.Assignee) => Place.ObjectAssignee,
        (Place.Object, MemberRole.Assignable) => Place.ObjectAssignable,
        (Place.Generated, MemberRole.Attempt) => Place.Attempt,
        (Place.Attempt, MemberRole.Assignee) => Place.AttemptAssignee,
        (Place.Attempt, MemberRole.Assignable) => Place.AttemptAssignable,
        (Place.Membership, MemberRole.Member) => Place.Member,
        (Place.Membership, MemberRole.Organization) => Place.Organization,
        (Place.Membership, MemberRole.Roles) => Place.Roles,
        _ => Place.Entity,
    };
}
