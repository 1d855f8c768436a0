namespace Instructure.GradeEvents.AspNetCore;

/// <summary>What to do with a body that is not a valid event.</summary>
public enum InvalidEventHandling
{
    /// <summary>It gets the status 400 with the issues. Canvas then delivers it again, and eventually disables the subscription if there are very many.</summary>
    Reject,

    /// <summary>It is passed only to <see cref="GradeEventHandler.OnDeliveryAsync"/>, with <see cref="GradeEventDelivery.Event"/> null, so that you can store it for later inspection.</summary>
    HandOn,
}
