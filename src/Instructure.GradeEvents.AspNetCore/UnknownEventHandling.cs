namespace Instructure.GradeEvents.AspNetCore;

/// <summary>What is done with an event that is not about grades.</summary>
/// <remarks>A subscription delivers whatever it was set to. What is nearly one of our names is no other event but an invalid one.</remarks>
public enum UnknownEventHandling
{
    /// <summary>It is handed to <see cref="GradeEventHandler.OnDeliveryAsync"/> and <see cref="GradeEventHandler.OnUnknownAsync"/>.</summary>
    HandOn,

    /// <summary>It is answered with 204 and handed to nobody. In an envelope with grade events, those are handed on, and it is passed over.</summary>
    Ignore,
}
