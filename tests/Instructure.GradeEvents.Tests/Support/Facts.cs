namespace Instructure.GradeEvents.Tests.Support;

/// <summary>
/// The members of each object of both formats, as the published documents have them, written down apart from the library.
/// A member is "name kind", with "!" after the name when it is required.
/// </summary>
internal static class Facts
{
    private const string Entity = "id! iri, type! type, name text, description text, dateCreated ctime, dateModified ctime, @context context";

    private static readonly Dictionary<string, string> s_types = new()
    {
        ["CaliperEnvelope"] = "sensor! text, sendTime! ctime, dataVersion! text, data! list:item",
        ["GradeEvent"] = "@context! context, id! iri, type! type, actor! agent, action! text, object! Attempt, eventTime! ctime, generated Score, "
            + "target entity, referrer entity, edApp SoftwareApplication, group organization, membership Membership, session session, "
            + "federatedSession LtiSession, extensions extensions:CanvasEventExtension",
        ["Agent"] = Entity + ", extensions object",
        ["Person"] = Entity + ", extensions extensions:CanvasUserExtension",
        ["SoftwareApplication"] = Entity.Replace("id! iri", "id! appid", StringComparison.Ordinal) + ", extensions object, version text",
        ["Organization"] = Entity + ", extensions extensions:CanvasGroupExtension, subOrganizationOf organization, members list:agent",
        ["Group"] = "Organization's",
        ["CourseOffering"] = "Organization's, courseNumber text, academicSession text",
        ["CourseSection"] = "CourseOffering's, category text",
        ["Membership"] = Entity + ", extensions object, organization organization, member Person, roles list:text, status text",
        ["Session"] = Entity + ", extensions object, user Person, startedAtTime ctime, endedAtTime ctime, duration text",
        ["LtiSession"] = "Session's, messageParameters object",
        ["Attempt"] = Entity + ", extensions extensions:CanvasAttemptExtension, assignee Person, assignable resource, isPartOf Attempt, count integer, "
            + "startedAtTime ctime, endedAtTime ctime, duration text",
        ["Score"] = Entity + ", extensions extensions:CanvasScoreExtension, attempt Attempt, maxScore score, scoreGiven score, scoredBy agent, comment text",
        ["DigitalResource"] = Entity + ", extensions object, creators list:agent, mediaType text, keywords list:text, learningObjectives list:entity, "
            + "isPartOf entity, datePublished ctime, version text",
        ["AssignableDigitalResource"] = "DigitalResource's, dateToActivate ctime, dateToShow ctime, dateToStartOn ctime, dateToSubmit ctime, "
            + "maxAttempts integer, maxSubmits integer, maxScore score",
        ["Assessment"] = "AssignableDigitalResource's, items list:AssessmentItem",
        ["AssessmentItem"] = "AssignableDigitalResource's, isTimeDependent boolean",
        ["CanvasEventExtension"] = "hostname text, request_id text, user_agent text, client_ip text, request_url text, job_id id, job_tag text, version text",
        ["CanvasUserExtension"] = "entity_id id, user_login text, user_sis_id text, root_account_id id, root_account_lti_guid text, "
            + "root_account_uuid text, real_user_id id, sis_id text",
        ["CanvasAttemptExtension"] = "grade text, entity_id id",
        ["CanvasScoreExtension"] = "grade text, entity_id id",
        ["CanvasGroupExtension"] = "context_type text, entity_id id",
        ["GradeChangeEvent"] = "metadata! metadata:grade_change, body! GradeChangeBody",
        ["CourseGradeChangeEvent"] = "metadata! metadata:course_grade_change, body! CourseGradeChangeBody",
        ["GradeOverrideEvent"] = "metadata! metadata:grade_override, body! GradeOverrideBody",
        ["FinalGradeCustomStatusEvent"] = "metadata! metadata:final_grade_custom_status, body! FinalGradeCustomStatusBody",
        ["UnknownCanvasEvent"] = "metadata! metadata:quiz_submitted, body! any",
        ["CanvasEventMetadata"] = "event_name! eventname, event_time! ntime, producer text, root_account_id id, root_account_uuid text, root_account_lti_guid text, "
            + "context_type text, context_id id, context_account_id id, context_sis_source_id text, context_role text, user_id id, user_login text, "
            + "user_sis_id text, user_account_id id, real_user_id id, time_zone text, developer_key_id id, request_id text, session_id text, "
            + "hostname text, http_method text, user_agent text, client_ip text, url text, referrer text, job_id id, job_tag text",
        ["GradeChangeBody"] = "submission_id! id, assignment_id! id, assignment_name text, grade text, old_grade text, score number, old_score number, "
            + "points_possible number, old_points_possible number, grader_id id, student_id! id, student_sis_id text, user_id! id, "
            + "grading_complete boolean, muted boolean",
        ["CourseGradeChangeBody"] = "user_id! id, course_id! id, workflow_state! text, created_at! ntime, updated_at! ntime, current_score number, "
            + "old_current_score number, final_score number, old_final_score number, unposted_current_score number, "
            + "old_unposted_current_score number, unposted_final_score number, old_unposted_final_score number",
        ["GradeOverrideBody"] = "score_id! id, enrollment_id! id, user_id! id, course_id! id, grading_period_id id, override_score number, "
            + "old_override_score number, updated_at! ntime",
        ["FinalGradeCustomStatusBody"] = "score_id! id, enrollment_id! id, user_id! id, course_id! id, grading_period_id id, override_status text, "
            + "override_status_id id, old_override_status text, old_override_status_id id, updated_at! ntime",
    };

    /// <summary>The objects that there are facts about.</summary>
    public static IReadOnlyCollection<string> All => s_types.Keys;

    /// <summary>What a payload can be.</summary>
    public static IReadOnlyList<string> Roots { get; } =
        ["CaliperEnvelope", "GradeChangeEvent", "CourseGradeChangeEvent", "GradeOverrideEvent", "FinalGradeCustomStatusEvent", "UnknownCanvasEvent"];

    /// <summary>The Caliper entities that have a record.</summary>
    public static IReadOnlyList<string> Entities { get; } =
    [
        "Agent", "Person", "SoftwareApplication", "Organization", "Group", "CourseOffering", "CourseSection", "Membership", "Session",
        "LtiSession", "Attempt", "Score", "DigitalResource", "AssignableDigitalResource", "Assessment", "AssessmentItem",
    ];

    public static IReadOnlyList<Fact> Of(string type) =>
    [
        .. s_types[type].Split(", ").SelectMany(text => text.EndsWith("'s", StringComparison.Ordinal)
            ? Of(text[..^2])
            : [new Fact(text.Split(' ')[0].TrimEnd('!'), text.Split(' ')[1], text.Contains('!', StringComparison.Ordinal))]),
    ];

    /// <summary>The types of objects that can stand where a member of this kind is; empty when it isn't an entity.</summary>
    public static IReadOnlyList<string> TypesAt(string kind) => kind switch
    {
        "agent" => ["Agent", "Person", "SoftwareApplication", "Organization", "CourseOffering", "CourseSection", "Group"],
        "organization" => ["Organization", "CourseOffering", "CourseSection", "Group"],
        "session" => ["Session", "LtiSession"],
        "resource" => ["AssignableDigitalResource", "DigitalResource", "Assessment", "AssessmentItem", "Document"],
        "entity" => [.. Entities, "Frame"],
        "item" => ["GradeEvent", .. Entities, "Frame", "NavigationEvent"],
        _ when Entities.Contains(kind) => [kind],
        _ => [],
    };

    /// <summary>What the members of an object of this Caliper type are.</summary>
    public static IReadOnlyList<Fact> OfTerm(string term) => term switch
    {
        "Document" => Of("DigitalResource"),
        "Frame" => Of("Agent"), // what every entity has
        _ => Of(term),
    };
}
