namespace Instructure.GradeEvents.Validation.Checks;

/// <summary>The members whose values, or what is in them, the checks of consistency compare.</summary>
internal enum MemberRole : byte
{
    /// <summary>It is compared with nothing; what is in it may be.</summary>
    None,
    Id,
    Type,
    Extensions,
    CanvasExtension,
    EntityId,
    Actor,
    Object,
    Generated,
    Attempt,
    Assignee,
    Assignable,
    Membership,
    Member,
    Organization,
    Roles,
    Group,
    EventTime,
    SendTime,
    Data,
    Body,
    UserId,
    StudentId,

    /// <summary>JSON of others, in which nothing is an entity.</summary>
    Foreign,
}
