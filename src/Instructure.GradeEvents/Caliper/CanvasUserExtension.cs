using System.Text.Json.Serialization;
using Instructure.GradeEvents.Serialization;

namespace Instructure.GradeEvents.Caliper;

/// <summary>What Canvas adds to a person: on the actor logins and ids, on the assignee the SIS id.</summary>
/// <remarks>Source: Canvas event documentation, the extensions of actor and assignee.</remarks>
[JsonConverter(typeof(PayloadJsonConverterFactory))]
public sealed partial record CanvasUserExtension : PayloadObject
{
    /// <summary>The global id of the user.</summary>
    /// <remarks>
    /// The same as in the URN of the person. Missing on an assignee. Source: Canvas event documentation, the extensions of actor.
    /// </remarks>
    [Member("entity_id")]
    public partial CanvasId? EntityId { get; init; }

    /// <summary>The login of the user.</summary>
    /// <remarks>Free text. Missing on an assignee. Source: Canvas event documentation, the extensions of actor.</remarks>
    [Member("user_login")]
    public partial string? UserLogin { get; init; }

    /// <summary>The SIS id of the actor.</summary>
    /// <remarks>
    /// Free text. Missing on an assignee, and when the user has none. Source: Canvas event documentation, the extensions of actor.
    /// </remarks>
    [Member("user_sis_id")]
    public partial string? UserSisId { get; init; }

    /// <summary>The id of the root account.</summary>
    /// <remarks>A Canvas id. Missing on an assignee. Source: Canvas event documentation, the extensions of actor.</remarks>
    [Member("root_account_id")]
    public partial CanvasId? RootAccountId { get; init; }

    /// <summary>The LTI GUID of the root account.</summary>
    /// <remarks>Text (<c>…:canvas-lms</c>). Missing on an assignee. Source: Canvas event documentation, the extensions of actor.</remarks>
    [Member("root_account_lti_guid")]
    public partial string? RootAccountLtiGuid { get; init; }

    /// <summary>The UUID of the root account.</summary>
    /// <remarks>
    /// Text. Missing on an assignee. Source: Canvas event documentation, the extensions of
    /// actor.
    /// </remarks>
    [Member("root_account_uuid")]
    public partial string? RootAccountUuid { get; init; }

    /// <summary>Who really acts, when an administrator masquerades as the user.</summary>
    /// <remarks>
    /// A Canvas id. Missing on an assignee, and when nobody masquerades. Source: Canvas event documentation, the extensions of actor.
    /// </remarks>
    [Member("real_user_id")]
    public partial CanvasId? RealUserId { get; init; }

    /// <summary>The SIS id of the assignee: the student.</summary>
    /// <remarks>
    /// Free text. Missing on an actor, and when the student has none. Source: Canvas event documentation, the extensions of assignee.
    /// </remarks>
    [Member("sis_id")]
    public partial string? SisId { get; init; }
}
