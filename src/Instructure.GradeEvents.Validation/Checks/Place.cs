namespace Instructure.GradeEvents.Validation.Checks;

/// <summary>Where in a payload a value stands, as far as the checks of consistency must know.</summary>
internal enum Place : byte
{
    /// <summary>Where nothing is compared.</summary>
    None,
    Envelope,
    Data,
    Canvas,
    Body,

    /// <summary>Any entity of an event that is none of those below.</summary>
    Entity,
    Extensions,
    CanvasExtension,
    EntityId,

    /// <summary>The id of the object that it stands in.</summary>
    Id,
    Event,

    // What stands here is kept until the event, or the document, has been read.
    Object,
    ObjectAssignee,
    ObjectAssignable,
    Generated,
    Attempt,
    AttemptAssignee,
    AttemptAssignable,
    Actor,
    Membership,
    Member,
    Organization,
    Group,
    Roles,
    EventTime,
    SendTime,
    UserId,
    StudentId,
}
