namespace Instructure.GradeEvents.AspNetCore;

/// <summary>What is done with a body that is no valid event.</summary>
public enum InvalidEventHandling
{
    /// <summary>It is answered with 400 and the issues. Canvas then delivers it again, and in the end switches the subscription off if there are very many.</summary>
    Reject,

    /// <summary>It is handed to <see cref="GradeEventHandler.OnDeliveryAsync"/> alone, with <see cref="GradeEventDelivery.Event"/> null, as to store it for a person to look at.</summary>
    HandOn,
}
