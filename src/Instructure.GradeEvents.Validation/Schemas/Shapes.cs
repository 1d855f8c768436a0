// Made by Instructure.GradeEvents.SchemaCompiler from schemas/source: a change made here is lost.
using static Instructure.GradeEvents.Validation.Schemas.Member;

namespace Instructure.GradeEvents.Validation.Schemas;

/// <summary>The objects that the schemas define.</summary>
internal static class Shapes
{
    /// <summary>A Caliper envelope.</summary>
    internal static Shape CaliperEnvelope => field ??= new(static () =>
    [
        Required("sensor", ValueRule.String),
        Required("sendTime", Values.CaliperTime),
        Required("dataVersion", Values.ContextIri),
        Required("data", new("an array") { List = new() { Items = Values.Item, MinItems = 1 } }),
    ])
    {
        Record = "a Caliper envelope",
    };

    /// <summary>GradeEvent.</summary>
    internal static Shape GradeEvent => field ??= new(static () =>
    [
        Required("type", ValueRule.Of(TextRule.AnyOf("\"GradeEvent\"", "GradeEvent"))),
        Required("@context", Values.Context),
        Required("id", Values.EventId),
        Required("actor", Values.Agent),
        Required("action", ValueRule.Of(TextRule.AnyOf("\"Graded\"", "Graded"))),
        Required("object", new("an object of type \"Attempt\" or its IRI") { Text = Values.Iri.Text, Object = new("\"Attempt\"", Shapes.Attempt) }),
        Required("eventTime", Values.CaliperTime),
        Optional("generated", new("an object of type \"Score\" or its IRI") { Text = Values.Iri.Text, Object = new("\"Score\"", Shapes.Score), IsNullable = true }),
        Optional("target", Values.Entity.OrNull),
        Optional("referrer", Values.Entity.OrNull),
        Optional("edApp", new("an object of type \"SoftwareApplication\" or its IRI")
        {
            Text = Values.Iri.Text,
            Object = new("\"SoftwareApplication\"", Shapes.SoftwareApplication),
            IsNullable = true,
        }),
        Optional("group", Values.Organization.OrNull),
        Optional("membership", new("an object of type \"Membership\" or its IRI") { Text = Values.Iri.Text, Object = new("\"Membership\"", Shapes.Membership), IsNullable = true }),
        Optional("session", Values.Session.OrNull),
        Optional("federatedSession", new("an object of type \"LtiSession\" or its IRI") { Text = Values.Iri.Text, Object = new("\"LtiSession\"", Shapes.LtiSession), IsNullable = true }),
        Optional("extensions", new("an object")
        {
            Object = ObjectRule.Of(new(static () => [
                Optional("com.instructure.canvas", ValueRule.Of("the Canvas extension of an event", Shapes.CanvasEventExtension).OrNull),
            ])),
            IsNullable = true,
        }),
    ])
    {
        Type = "GradeEvent",
        Record = "GradeEvent",
    };

    /// <summary>A grade_change event.</summary>
    internal static Shape GradeChangeEvent => field ??= new(static () =>
    [
        Required("metadata", ValueRule.Of("the metadata of a Canvas event", Shapes.CanvasEventMetadata)),
        Required("body", ValueRule.Of("the body of grade_change", Shapes.GradeChangeBody)),
    ])
    {
        Record = "a grade_change event",
    };

    /// <summary>A grade_change event in a Kinesis stream.</summary>
    internal static Shape GradeChangeStreamEvent => field ??= new(static () =>
    [
        Required("attributes", ValueRule.Of("the metadata of a Canvas event", Shapes.CanvasEventMetadata)),
        Required("body", ValueRule.Of("the body of grade_change", Shapes.GradeChangeBody)),
    ])
    {
        Record = "a grade_change event in a Kinesis stream",
    };

    /// <summary>A course_grade_change event.</summary>
    internal static Shape CourseGradeChangeEvent => field ??= new(static () =>
    [
        Required("metadata", ValueRule.Of("the metadata of a Canvas event", Shapes.CanvasEventMetadata)),
        Required("body", ValueRule.Of("the body of course_grade_change", Shapes.CourseGradeChangeBody)),
    ])
    {
        Record = "a course_grade_change event",
    };

    /// <summary>A course_grade_change event in a Kinesis stream.</summary>
    internal static Shape CourseGradeChangeStreamEvent => field ??= new(static () =>
    [
        Required("attributes", ValueRule.Of("the metadata of a Canvas event", Shapes.CanvasEventMetadata)),
        Required("body", ValueRule.Of("the body of course_grade_change", Shapes.CourseGradeChangeBody)),
    ])
    {
        Record = "a course_grade_change event in a Kinesis stream",
    };

    /// <summary>A grade_override event.</summary>
    internal static Shape GradeOverrideEvent => field ??= new(static () =>
    [
        Required("metadata", ValueRule.Of("the metadata of a Canvas event", Shapes.CanvasEventMetadata)),
        Required("body", ValueRule.Of("the body of grade_override", Shapes.GradeOverrideBody)),
    ])
    {
        Record = "a grade_override event",
    };

    /// <summary>A grade_override event in a Kinesis stream.</summary>
    internal static Shape GradeOverrideStreamEvent => field ??= new(static () =>
    [
        Required("attributes", ValueRule.Of("the metadata of a Canvas event", Shapes.CanvasEventMetadata)),
        Required("body", ValueRule.Of("the body of grade_override", Shapes.GradeOverrideBody)),
    ])
    {
        Record = "a grade_override event in a Kinesis stream",
    };

    /// <summary>A final_grade_custom_status event.</summary>
    internal static Shape FinalGradeCustomStatusEvent => field ??= new(static () =>
    [
        Required("metadata", ValueRule.Of("the metadata of a Canvas event", Shapes.CanvasEventMetadata)),
        Required("body", ValueRule.Of("the body of final_grade_custom_status", Shapes.FinalGradeCustomStatusBody)),
    ])
    {
        Record = "a final_grade_custom_status event",
    };

    /// <summary>A final_grade_custom_status event in a Kinesis stream.</summary>
    internal static Shape FinalGradeCustomStatusStreamEvent => field ??= new(static () =>
    [
        Required("attributes", ValueRule.Of("the metadata of a Canvas event", Shapes.CanvasEventMetadata)),
        Required("body", ValueRule.Of("the body of final_grade_custom_status", Shapes.FinalGradeCustomStatusBody)),
    ])
    {
        Record = "a final_grade_custom_status event in a Kinesis stream",
    };

    /// <summary>Attempt.</summary>
    internal static Shape Attempt => field ??= new(static () =>
    [
        Required("type", ValueRule.Of(TextRule.AnyOf("\"Attempt\"", "Attempt"))),
        Required("id", Values.Iri),
        Optional("name", ValueRule.String.OrNull),
        Optional("description", ValueRule.String.OrNull),
        Optional("dateCreated", Values.CaliperTime.OrNull),
        Optional("dateModified", Values.CaliperTime.OrNull),
        Optional("@context", Values.Context.OrNull),
        Optional("extensions", new("an object")
        {
            Object = ObjectRule.Of(new(static () => [
                Optional("com.instructure.canvas", ValueRule.Of("the Canvas extension of an attempt", Shapes.CanvasAttemptExtension).OrNull),
            ])),
            IsNullable = true,
        }),
        Optional("assignee", new("an object of type \"Person\" or its IRI") { Text = Values.Iri.Text, Object = new("\"Person\"", Shapes.Person), IsNullable = true }),
        Optional("assignable", Values.DigitalResource.OrNull),
        Optional("isPartOf", new("an object of type \"Attempt\" or its IRI") { Text = Values.Iri.Text, Object = new("\"Attempt\"", Shapes.Attempt), IsNullable = true }),
        Optional("count", Values.Integer.OrNull),
        Optional("startedAtTime", Values.CaliperTime.OrNull),
        Optional("endedAtTime", Values.CaliperTime.OrNull),
        Optional("duration", Values.Duration.OrNull),
    ])
    {
        Type = "Attempt",
        Record = "Attempt",
    };

    /// <summary>Score.</summary>
    internal static Shape Score => field ??= new(static () =>
    [
        Required("type", ValueRule.Of(TextRule.AnyOf("\"Score\"", "Score"))),
        Required("id", Values.Iri),
        Optional("name", ValueRule.String.OrNull),
        Optional("description", ValueRule.String.OrNull),
        Optional("dateCreated", Values.CaliperTime.OrNull),
        Optional("dateModified", Values.CaliperTime.OrNull),
        Optional("@context", Values.Context.OrNull),
        Optional("extensions", new("an object")
        {
            Object = ObjectRule.Of(new(static () => [
                Optional("com.instructure.canvas", ValueRule.Of("the Canvas extension of a score", Shapes.CanvasScoreExtension).OrNull),
            ])),
            IsNullable = true,
        }),
        Optional("attempt", new("an object of type \"Attempt\" or its IRI") { Text = Values.Iri.Text, Object = new("\"Attempt\"", Shapes.Attempt), IsNullable = true }),
        Optional("maxScore", new("a number or an object with a number as text in \"numberStr\"")
        {
            Number = new() { Minimum = -10000000000000000000000m, Maximum = 10000000000000000000000m },
            Object = ObjectRule.Of(Shapes.NumberAsText),
            IsNullable = true,
        }),
        Optional("scoreGiven", new("a number or an object with a number as text in \"numberStr\"")
        {
            Number = new() { Minimum = -10000000000000000000000m, Maximum = 10000000000000000000000m },
            Object = ObjectRule.Of(Shapes.NumberAsText),
            IsNullable = true,
        }),
        Optional("scoredBy", Values.Agent.OrNull),
        Optional("comment", ValueRule.String.OrNull),
    ])
    {
        Type = "Score",
        Record = "Score",
    };

    /// <summary>SoftwareApplication.</summary>
    internal static Shape SoftwareApplication => field ??= new(static () =>
    [
        Required("type", ValueRule.Of(TextRule.AnyOf("\"SoftwareApplication\"", "SoftwareApplication"))),
        Required("id", Values.ApplicationId),
        Optional("name", ValueRule.String.OrNull),
        Optional("description", ValueRule.String.OrNull),
        Optional("dateCreated", Values.CaliperTime.OrNull),
        Optional("dateModified", Values.CaliperTime.OrNull),
        Optional("@context", Values.Context.OrNull),
        Optional("extensions", ValueRule.AnyObject.OrNull),
        Optional("version", ValueRule.String.OrNull),
    ])
    {
        Type = "SoftwareApplication",
        Record = "SoftwareApplication",
    };

    /// <summary>Membership.</summary>
    internal static Shape Membership => field ??= new(static () =>
    [
        Required("type", ValueRule.Of(TextRule.AnyOf("\"Membership\"", "Membership"))),
        Required("id", Values.Iri),
        Optional("name", ValueRule.String.OrNull),
        Optional("description", ValueRule.String.OrNull),
        Optional("dateCreated", Values.CaliperTime.OrNull),
        Optional("dateModified", Values.CaliperTime.OrNull),
        Optional("@context", Values.Context.OrNull),
        Optional("extensions", ValueRule.AnyObject.OrNull),
        Optional("organization", Values.Organization.OrNull),
        Optional("member", new("an object of type \"Person\" or its IRI") { Text = Values.Iri.Text, Object = new("\"Person\"", Shapes.Person), IsNullable = true }),
        Optional("roles", new("an array") { List = new() { Items = Values.Role }, IsNullable = true }),
        Optional("status", Values.MembershipStatus.OrNull),
    ])
    {
        Type = "Membership",
        Record = "Membership",
    };

    /// <summary>LtiSession.</summary>
    internal static Shape LtiSession => field ??= new(static () =>
    [
        Required("type", ValueRule.Of(TextRule.AnyOf("\"LtiSession\"", "LtiSession"))),
        Required("id", Values.Iri),
        Optional("name", ValueRule.String.OrNull),
        Optional("description", ValueRule.String.OrNull),
        Optional("dateCreated", Values.CaliperTime.OrNull),
        Optional("dateModified", Values.CaliperTime.OrNull),
        Optional("@context", Values.Context.OrNull),
        Optional("extensions", ValueRule.AnyObject.OrNull),
        Optional("user", new("an object of type \"Person\" or its IRI") { Text = Values.Iri.Text, Object = new("\"Person\"", Shapes.Person), IsNullable = true }),
        Optional("startedAtTime", Values.CaliperTime.OrNull),
        Optional("endedAtTime", Values.CaliperTime.OrNull),
        Optional("duration", Values.Duration.OrNull),
        Optional("messageParameters", ValueRule.AnyObject.OrNull),
    ])
    {
        Type = "LtiSession",
        Record = "LtiSession",
    };

    /// <summary>The Canvas extension of an event.</summary>
    internal static Shape CanvasEventExtension => field ??= new(static () =>
    [
        Optional("hostname", ValueRule.String.OrNull),
        Optional("request_id", ValueRule.String.OrNull),
        Optional("user_agent", ValueRule.String.OrNull),
        Optional("client_ip", ValueRule.String.OrNull),
        Optional("request_url", ValueRule.String.OrNull),
        Optional("job_id", Values.CanvasId.OrNull),
        Optional("job_tag", ValueRule.String.OrNull),
        Optional("version", ValueRule.String.OrNull),
    ]);

    /// <summary>The metadata of a Canvas event.</summary>
    internal static Shape CanvasEventMetadata => field ??= new(static () =>
    [
        Required("event_name", ValueRule.Of(TextRule.AnyOf("\"grade_change\", \"course_grade_change\", \"grade_override\" or \"final_grade_custom_status\"", "grade_change", "course_grade_change", "grade_override", "final_grade_custom_status"))),
        Required("event_time", Values.CanvasTime),
        Optional("producer", ValueRule.String.OrNull),
        Optional("root_account_id", Values.CanvasId.OrNull),
        Optional("root_account_uuid", ValueRule.String.OrNull),
        Optional("root_account_lti_guid", ValueRule.String.OrNull),
        Optional("context_type", ValueRule.String.OrNull),
        Optional("context_id", Values.CanvasId.OrNull),
        Optional("context_account_id", Values.CanvasId.OrNull),
        Optional("context_sis_source_id", ValueRule.String.OrNull),
        Optional("context_role", ValueRule.String.OrNull),
        Optional("user_id", Values.CanvasId.OrNull),
        Optional("user_login", ValueRule.String.OrNull),
        Optional("user_sis_id", ValueRule.String.OrNull),
        Optional("user_account_id", Values.CanvasId.OrNull),
        Optional("real_user_id", Values.CanvasId.OrNull),
        Optional("time_zone", ValueRule.String.OrNull),
        Optional("developer_key_id", Values.CanvasId.OrNull),
        Optional("request_id", ValueRule.String.OrNull),
        Optional("session_id", ValueRule.String.OrNull),
        Optional("hostname", ValueRule.String.OrNull),
        Optional("http_method", ValueRule.String.OrNull),
        Optional("user_agent", ValueRule.String.OrNull),
        Optional("client_ip", ValueRule.String.OrNull),
        Optional("url", ValueRule.String.OrNull),
        Optional("referrer", ValueRule.String.OrNull),
        Optional("job_id", Values.CanvasId.OrNull),
        Optional("job_tag", ValueRule.String.OrNull),
    ])
    {
        Record = "the metadata of a Canvas event",
    };

    /// <summary>The body of grade_change.</summary>
    internal static Shape GradeChangeBody => field ??= new(static () =>
    [
        Required("submission_id", Values.CanvasId),
        Required("assignment_id", Values.CanvasId),
        Optional("assignment_name", ValueRule.String.OrNull),
        Optional("grade", ValueRule.String.OrNull),
        Optional("old_grade", ValueRule.String.OrNull),
        Optional("score", Values.Number.OrNull),
        Optional("old_score", Values.Number.OrNull),
        Optional("points_possible", Values.Number.OrNull),
        Optional("old_points_possible", Values.Number.OrNull),
        Optional("grader_id", Values.CanvasId.OrNull),
        Required("student_id", Values.CanvasId),
        Optional("student_sis_id", ValueRule.String.OrNull),
        Required("user_id", Values.CanvasId),
        Optional("grading_complete", ValueRule.Boolean.OrNull),
        Optional("muted", ValueRule.Boolean.OrNull),
    ])
    {
        Record = "the body of grade_change",
        IsBody = true,
    };

    /// <summary>The body of course_grade_change.</summary>
    internal static Shape CourseGradeChangeBody => field ??= new(static () =>
    [
        Required("user_id", Values.CanvasId),
        Required("course_id", Values.CanvasId),
        Required("workflow_state", Values.WorkflowState),
        Required("created_at", Values.CanvasTime),
        Required("updated_at", Values.CanvasTime),
        Optional("current_score", Values.Number.OrNull),
        Optional("old_current_score", Values.Number.OrNull),
        Optional("final_score", Values.Number.OrNull),
        Optional("old_final_score", Values.Number.OrNull),
        Optional("unposted_current_score", Values.Number.OrNull),
        Optional("old_unposted_current_score", Values.Number.OrNull),
        Optional("unposted_final_score", Values.Number.OrNull),
        Optional("old_unposted_final_score", Values.Number.OrNull),
    ])
    {
        Record = "the body of course_grade_change",
        IsBody = true,
    };

    /// <summary>The body of grade_override.</summary>
    internal static Shape GradeOverrideBody => field ??= new(static () =>
    [
        Required("score_id", Values.CanvasId),
        Required("enrollment_id", Values.CanvasId),
        Required("user_id", Values.CanvasId),
        Required("course_id", Values.CanvasId),
        Optional("grading_period_id", Values.CanvasId.OrNull),
        Optional("override_score", Values.Number.OrNull),
        Optional("old_override_score", Values.Number.OrNull),
        Required("updated_at", Values.CanvasTime),
    ])
    {
        Record = "the body of grade_override",
        IsBody = true,
    };

    /// <summary>The body of final_grade_custom_status.</summary>
    internal static Shape FinalGradeCustomStatusBody => field ??= new(static () =>
    [
        Required("score_id", Values.CanvasId),
        Required("enrollment_id", Values.CanvasId),
        Required("user_id", Values.CanvasId),
        Required("course_id", Values.CanvasId),
        Optional("grading_period_id", Values.CanvasId.OrNull),
        Optional("override_status", ValueRule.String.OrNull),
        Optional("override_status_id", Values.CanvasId.OrNull),
        Optional("old_override_status", ValueRule.String.OrNull),
        Optional("old_override_status_id", Values.CanvasId.OrNull),
        Required("updated_at", Values.CanvasTime),
    ])
    {
        Record = "the body of final_grade_custom_status",
        IsBody = true,
    };

    /// <summary>Agent.</summary>
    internal static Shape Agent => field ??= new(static () =>
    [
        Required("type", ValueRule.Of(TextRule.AnyOf("\"Agent\"", "Agent"))),
        Required("id", Values.Iri),
        Optional("name", ValueRule.String.OrNull),
        Optional("description", ValueRule.String.OrNull),
        Optional("dateCreated", Values.CaliperTime.OrNull),
        Optional("dateModified", Values.CaliperTime.OrNull),
        Optional("@context", Values.Context.OrNull),
        Optional("extensions", ValueRule.AnyObject.OrNull),
    ])
    {
        Type = "Agent",
        Record = "Agent",
    };

    /// <summary>Person.</summary>
    internal static Shape Person => field ??= new(static () =>
    [
        Required("type", ValueRule.Of(TextRule.AnyOf("\"Person\"", "Person"))),
        Required("id", Values.Iri),
        Optional("name", ValueRule.String.OrNull),
        Optional("description", ValueRule.String.OrNull),
        Optional("dateCreated", Values.CaliperTime.OrNull),
        Optional("dateModified", Values.CaliperTime.OrNull),
        Optional("@context", Values.Context.OrNull),
        Optional("extensions", new("an object")
        {
            Object = ObjectRule.Of(new(static () => [
                Optional("com.instructure.canvas", ValueRule.Of("the Canvas extension of a person", Shapes.CanvasUserExtension).OrNull),
            ])),
            IsNullable = true,
        }),
    ])
    {
        Type = "Person",
        Record = "Person",
    };

    /// <summary>Organization.</summary>
    internal static Shape Organization => field ??= new(static () =>
    [
        Required("type", ValueRule.Of(TextRule.AnyOf("\"Organization\"", "Organization"))),
        Required("id", Values.Iri),
        Optional("name", ValueRule.String.OrNull),
        Optional("description", ValueRule.String.OrNull),
        Optional("dateCreated", Values.CaliperTime.OrNull),
        Optional("dateModified", Values.CaliperTime.OrNull),
        Optional("@context", Values.Context.OrNull),
        Optional("extensions", new("an object")
        {
            Object = ObjectRule.Of(new(static () => [
                Optional("com.instructure.canvas", ValueRule.Of("the Canvas extension of a group", Shapes.CanvasGroupExtension).OrNull),
            ])),
            IsNullable = true,
        }),
        Optional("subOrganizationOf", Values.Organization.OrNull),
        Optional("members", new("an array") { List = new() { Items = Values.Agent }, IsNullable = true }),
    ])
    {
        Type = "Organization",
        Record = "Organization",
    };

    /// <summary>CourseOffering.</summary>
    internal static Shape CourseOffering => field ??= new(static () =>
    [
        Required("type", ValueRule.Of(TextRule.AnyOf("\"CourseOffering\"", "CourseOffering"))),
        Required("id", Values.Iri),
        Optional("name", ValueRule.String.OrNull),
        Optional("description", ValueRule.String.OrNull),
        Optional("dateCreated", Values.CaliperTime.OrNull),
        Optional("dateModified", Values.CaliperTime.OrNull),
        Optional("@context", Values.Context.OrNull),
        Optional("extensions", new("an object")
        {
            Object = ObjectRule.Of(new(static () => [
                Optional("com.instructure.canvas", ValueRule.Of("the Canvas extension of a group", Shapes.CanvasGroupExtension).OrNull),
            ])),
            IsNullable = true,
        }),
        Optional("subOrganizationOf", Values.Organization.OrNull),
        Optional("members", new("an array") { List = new() { Items = Values.Agent }, IsNullable = true }),
        Optional("courseNumber", ValueRule.String.OrNull),
        Optional("academicSession", ValueRule.String.OrNull),
    ])
    {
        Type = "CourseOffering",
        Record = "CourseOffering",
    };

    /// <summary>CourseSection.</summary>
    internal static Shape CourseSection => field ??= new(static () =>
    [
        Required("type", ValueRule.Of(TextRule.AnyOf("\"CourseSection\"", "CourseSection"))),
        Required("id", Values.Iri),
        Optional("name", ValueRule.String.OrNull),
        Optional("description", ValueRule.String.OrNull),
        Optional("dateCreated", Values.CaliperTime.OrNull),
        Optional("dateModified", Values.CaliperTime.OrNull),
        Optional("@context", Values.Context.OrNull),
        Optional("extensions", new("an object")
        {
            Object = ObjectRule.Of(new(static () => [
                Optional("com.instructure.canvas", ValueRule.Of("the Canvas extension of a group", Shapes.CanvasGroupExtension).OrNull),
            ])),
            IsNullable = true,
        }),
        Optional("subOrganizationOf", Values.Organization.OrNull),
        Optional("members", new("an array") { List = new() { Items = Values.Agent }, IsNullable = true }),
        Optional("courseNumber", ValueRule.String.OrNull),
        Optional("academicSession", ValueRule.String.OrNull),
        Optional("category", ValueRule.String.OrNull),
    ])
    {
        Type = "CourseSection",
        Record = "CourseSection",
    };

    /// <summary>Group.</summary>
    internal static Shape Group => field ??= new(static () =>
    [
        Required("type", ValueRule.Of(TextRule.AnyOf("\"Group\"", "Group"))),
        Required("id", Values.Iri),
        Optional("name", ValueRule.String.OrNull),
        Optional("description", ValueRule.String.OrNull),
        Optional("dateCreated", Values.CaliperTime.OrNull),
        Optional("dateModified", Values.CaliperTime.OrNull),
        Optional("@context", Values.Context.OrNull),
        Optional("extensions", new("an object")
        {
            Object = ObjectRule.Of(new(static () => [
                Optional("com.instructure.canvas", ValueRule.Of("the Canvas extension of a group", Shapes.CanvasGroupExtension).OrNull),
            ])),
            IsNullable = true,
        }),
        Optional("subOrganizationOf", Values.Organization.OrNull),
        Optional("members", new("an array") { List = new() { Items = Values.Agent }, IsNullable = true }),
    ])
    {
        Type = "Group",
        Record = "Group",
    };

    /// <summary>The Canvas extension of an attempt.</summary>
    internal static Shape CanvasAttemptExtension => field ??= new(static () =>
    [
        Optional("grade", ValueRule.String.OrNull),
        Optional("entity_id", Values.CanvasId.OrNull),
    ]);

    /// <summary>The Canvas extension of a score.</summary>
    internal static Shape CanvasScoreExtension => field ??= new(static () =>
    [
        Optional("grade", ValueRule.String.OrNull),
        Optional("entity_id", Values.CanvasId.OrNull),
    ]);

    /// <summary>An object with a number as text in "numberStr".</summary>
    internal static Shape NumberAsText => field ??= new(static () =>
    [
        Required("numberStr", Values.NumberText),
    ])
    {
        Closed = "an object with a number as text in \"numberStr\"",
    };

    /// <summary>Session.</summary>
    internal static Shape Session => field ??= new(static () =>
    [
        Required("type", ValueRule.Of(TextRule.AnyOf("\"Session\"", "Session"))),
        Required("id", Values.Iri),
        Optional("name", ValueRule.String.OrNull),
        Optional("description", ValueRule.String.OrNull),
        Optional("dateCreated", Values.CaliperTime.OrNull),
        Optional("dateModified", Values.CaliperTime.OrNull),
        Optional("@context", Values.Context.OrNull),
        Optional("extensions", ValueRule.AnyObject.OrNull),
        Optional("user", new("an object of type \"Person\" or its IRI") { Text = Values.Iri.Text, Object = new("\"Person\"", Shapes.Person), IsNullable = true }),
        Optional("startedAtTime", Values.CaliperTime.OrNull),
        Optional("endedAtTime", Values.CaliperTime.OrNull),
        Optional("duration", Values.Duration.OrNull),
    ])
    {
        Type = "Session",
        Record = "Session",
    };

    /// <summary>DigitalResource.</summary>
    internal static Shape DigitalResource => field ??= new(static () =>
    [
        Required("type", ValueRule.Of(TextRule.AnyOf("\"DigitalResource\"", "DigitalResource"))),
        Required("id", Values.Iri),
        Optional("name", ValueRule.String.OrNull),
        Optional("description", ValueRule.String.OrNull),
        Optional("dateCreated", Values.CaliperTime.OrNull),
        Optional("dateModified", Values.CaliperTime.OrNull),
        Optional("@context", Values.Context.OrNull),
        Optional("extensions", ValueRule.AnyObject.OrNull),
        Optional("creators", new("an array") { List = new() { Items = Values.Agent }, IsNullable = true }),
        Optional("mediaType", ValueRule.String.OrNull),
        Optional("keywords", new("an array") { List = new() { Items = ValueRule.String }, IsNullable = true }),
        Optional("learningObjectives", new("an array") { List = new() { Items = Values.Entity }, IsNullable = true }),
        Optional("isPartOf", Values.Entity.OrNull),
        Optional("datePublished", Values.CaliperTime.OrNull),
        Optional("version", ValueRule.String.OrNull),
    ])
    {
        Type = "DigitalResource",
        Record = "DigitalResource",
    };

    /// <summary>AssignableDigitalResource.</summary>
    internal static Shape AssignableDigitalResource => field ??= new(static () =>
    [
        Required("type", ValueRule.Of(TextRule.AnyOf("\"AssignableDigitalResource\"", "AssignableDigitalResource"))),
        Required("id", Values.Iri),
        Optional("name", ValueRule.String.OrNull),
        Optional("description", ValueRule.String.OrNull),
        Optional("dateCreated", Values.CaliperTime.OrNull),
        Optional("dateModified", Values.CaliperTime.OrNull),
        Optional("@context", Values.Context.OrNull),
        Optional("extensions", ValueRule.AnyObject.OrNull),
        Optional("creators", new("an array") { List = new() { Items = Values.Agent }, IsNullable = true }),
        Optional("mediaType", ValueRule.String.OrNull),
        Optional("keywords", new("an array") { List = new() { Items = ValueRule.String }, IsNullable = true }),
        Optional("learningObjectives", new("an array") { List = new() { Items = Values.Entity }, IsNullable = true }),
        Optional("isPartOf", Values.Entity.OrNull),
        Optional("datePublished", Values.CaliperTime.OrNull),
        Optional("version", ValueRule.String.OrNull),
        Optional("dateToActivate", Values.CaliperTime.OrNull),
        Optional("dateToShow", Values.CaliperTime.OrNull),
        Optional("dateToStartOn", Values.CaliperTime.OrNull),
        Optional("dateToSubmit", Values.CaliperTime.OrNull),
        Optional("maxAttempts", Values.Integer.OrNull),
        Optional("maxSubmits", Values.Integer.OrNull),
        Optional("maxScore", new("a number or an object with a number as text in \"numberStr\"")
        {
            Number = new() { Minimum = -10000000000000000000000m, Maximum = 10000000000000000000000m },
            Object = ObjectRule.Of(Shapes.NumberAsText),
            IsNullable = true,
        }),
    ])
    {
        Type = "AssignableDigitalResource",
        Record = "AssignableDigitalResource",
    };

    /// <summary>Assessment.</summary>
    internal static Shape Assessment => field ??= new(static () =>
    [
        Required("type", ValueRule.Of(TextRule.AnyOf("\"Assessment\"", "Assessment"))),
        Required("id", Values.Iri),
        Optional("name", ValueRule.String.OrNull),
        Optional("description", ValueRule.String.OrNull),
        Optional("dateCreated", Values.CaliperTime.OrNull),
        Optional("dateModified", Values.CaliperTime.OrNull),
        Optional("@context", Values.Context.OrNull),
        Optional("extensions", ValueRule.AnyObject.OrNull),
        Optional("creators", new("an array") { List = new() { Items = Values.Agent }, IsNullable = true }),
        Optional("mediaType", ValueRule.String.OrNull),
        Optional("keywords", new("an array") { List = new() { Items = ValueRule.String }, IsNullable = true }),
        Optional("learningObjectives", new("an array") { List = new() { Items = Values.Entity }, IsNullable = true }),
        Optional("isPartOf", Values.Entity.OrNull),
        Optional("datePublished", Values.CaliperTime.OrNull),
        Optional("version", ValueRule.String.OrNull),
        Optional("dateToActivate", Values.CaliperTime.OrNull),
        Optional("dateToShow", Values.CaliperTime.OrNull),
        Optional("dateToStartOn", Values.CaliperTime.OrNull),
        Optional("dateToSubmit", Values.CaliperTime.OrNull),
        Optional("maxAttempts", Values.Integer.OrNull),
        Optional("maxSubmits", Values.Integer.OrNull),
        Optional("maxScore", new("a number or an object with a number as text in \"numberStr\"")
        {
            Number = new() { Minimum = -10000000000000000000000m, Maximum = 10000000000000000000000m },
            Object = ObjectRule.Of(Shapes.NumberAsText),
            IsNullable = true,
        }),
        Optional("items", new("an array")
        {
            List = new() { Items = new("an object of type \"AssessmentItem\" or its IRI") { Text = Values.Iri.Text, Object = new("\"AssessmentItem\"", Shapes.AssessmentItem) } },
            IsNullable = true,
        }),
    ])
    {
        Type = "Assessment",
        Record = "Assessment",
    };

    /// <summary>AssessmentItem.</summary>
    internal static Shape AssessmentItem => field ??= new(static () =>
    [
        Required("type", ValueRule.Of(TextRule.AnyOf("\"AssessmentItem\"", "AssessmentItem"))),
        Required("id", Values.Iri),
        Optional("name", ValueRule.String.OrNull),
        Optional("description", ValueRule.String.OrNull),
        Optional("dateCreated", Values.CaliperTime.OrNull),
        Optional("dateModified", Values.CaliperTime.OrNull),
        Optional("@context", Values.Context.OrNull),
        Optional("extensions", ValueRule.AnyObject.OrNull),
        Optional("creators", new("an array") { List = new() { Items = Values.Agent }, IsNullable = true }),
        Optional("mediaType", ValueRule.String.OrNull),
        Optional("keywords", new("an array") { List = new() { Items = ValueRule.String }, IsNullable = true }),
        Optional("learningObjectives", new("an array") { List = new() { Items = Values.Entity }, IsNullable = true }),
        Optional("isPartOf", Values.Entity.OrNull),
        Optional("datePublished", Values.CaliperTime.OrNull),
        Optional("version", ValueRule.String.OrNull),
        Optional("dateToActivate", Values.CaliperTime.OrNull),
        Optional("dateToShow", Values.CaliperTime.OrNull),
        Optional("dateToStartOn", Values.CaliperTime.OrNull),
        Optional("dateToSubmit", Values.CaliperTime.OrNull),
        Optional("maxAttempts", Values.Integer.OrNull),
        Optional("maxSubmits", Values.Integer.OrNull),
        Optional("maxScore", new("a number or an object with a number as text in \"numberStr\"")
        {
            Number = new() { Minimum = -10000000000000000000000m, Maximum = 10000000000000000000000m },
            Object = ObjectRule.Of(Shapes.NumberAsText),
            IsNullable = true,
        }),
        Optional("isTimeDependent", ValueRule.Boolean.OrNull),
    ])
    {
        Type = "AssessmentItem",
        Record = "AssessmentItem",
    };

    /// <summary>An entity of another type.</summary>
    internal static Shape OtherEntity => field ??= new(static () =>
    [
        Required("type", ValueRule.String),
        Required("id", Values.Iri),
        Optional("name", ValueRule.String.OrNull),
        Optional("description", ValueRule.String.OrNull),
        Optional("dateCreated", Values.CaliperTime.OrNull),
        Optional("dateModified", Values.CaliperTime.OrNull),
        Optional("@context", Values.Context.OrNull),
        Optional("extensions", ValueRule.AnyObject.OrNull),
    ])
    {
        IsOther = true,
    };

    /// <summary>The Canvas extension of a person.</summary>
    internal static Shape CanvasUserExtension => field ??= new(static () =>
    [
        Optional("entity_id", Values.CanvasId.OrNull),
        Optional("user_login", ValueRule.String.OrNull),
        Optional("user_sis_id", ValueRule.String.OrNull),
        Optional("root_account_id", Values.CanvasId.OrNull),
        Optional("root_account_lti_guid", ValueRule.String.OrNull),
        Optional("root_account_uuid", ValueRule.String.OrNull),
        Optional("real_user_id", Values.CanvasId.OrNull),
        Optional("sis_id", ValueRule.String.OrNull),
    ]);

    /// <summary>The Canvas extension of a group.</summary>
    internal static Shape CanvasGroupExtension => field ??= new(static () =>
    [
        Optional("context_type", ValueRule.String.OrNull),
        Optional("entity_id", Values.CanvasId.OrNull),
    ]);

    /// <summary>Another kind of digital resource.</summary>
    internal static Shape OtherDigitalResource => field ??= new(static () =>
    [
        Required("type", ValueRule.String),
        Required("id", Values.Iri),
        Optional("name", ValueRule.String.OrNull),
        Optional("description", ValueRule.String.OrNull),
        Optional("dateCreated", Values.CaliperTime.OrNull),
        Optional("dateModified", Values.CaliperTime.OrNull),
        Optional("@context", Values.Context.OrNull),
        Optional("extensions", ValueRule.AnyObject.OrNull),
        Optional("creators", new("an array") { List = new() { Items = Values.Agent }, IsNullable = true }),
        Optional("mediaType", ValueRule.String.OrNull),
        Optional("keywords", new("an array") { List = new() { Items = ValueRule.String }, IsNullable = true }),
        Optional("learningObjectives", new("an array") { List = new() { Items = Values.Entity }, IsNullable = true }),
        Optional("isPartOf", Values.Entity.OrNull),
        Optional("datePublished", Values.CaliperTime.OrNull),
        Optional("version", ValueRule.String.OrNull),
    ])
    {
        IsOther = true,
    };

    /// <summary>Those that have a Caliper type.</summary>
    internal static Shape[] Typed => field ??=
    [
        GradeEvent,
        Attempt,
        Score,
        SoftwareApplication,
        Membership,
        LtiSession,
        Agent,
        Person,
        Organization,
        CourseOffering,
        CourseSection,
        Group,
        Session,
        DigitalResource,
        AssignableDigitalResource,
        Assessment,
        AssessmentItem,
    ];
}
