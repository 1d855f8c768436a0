namespace Instructure.GradeEvents.AspNetCore;

/// <summary>What to do with an event that is not about grades.</summary>
/// <remarks>A subscription delivers whatever it was set to. An event whose name is nearly that of a grade event counts as an invalid one.</remarks>
public enum UnknownEventHandling
{
    /// <summary>It is passed to <see cref="GradeEventHandler.OnDeliveryAsync"/> and <see cref="GradeEventHandler.OnUnknownAsync"/>.</summary>
    HandOn,

    /// <summary>It gets the status 204, and no handler is called. If it is in an envelope with grade events, only those are passed to the handlers.</summary>
    Ignore,
}
