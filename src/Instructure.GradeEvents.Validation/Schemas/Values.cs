// Made by Instructure.GradeEvents.SchemaCompiler from schemas/source: a change made here is lost.
namespace Instructure.GradeEvents.Validation.Schemas;

/// <summary>The values that the schemas define.</summary>
internal static class Values
{
    /// <summary>A valid time in UTC with milliseconds.</summary>
    internal static ValueRule CaliperTime => field ??= ValueRule.Of(new TextRule("a valid time in UTC with milliseconds, such as \"2019-11-01T19:11:05.222Z\"") { Pattern = new TextPattern("caliperTime") });

    /// <summary>The context IRI of Caliper 1.1.</summary>
    internal static ValueRule ContextIri => field ??= ValueRule.Of(TextRule.AnyOf("the context IRI of Caliper 1.1 (\"http://purl.imsglobal.org/ctx/caliper/v1p1\")", "http://purl.imsglobal.org/ctx/caliper/v1p1"));

    /// <summary>A grade event or an entity.</summary>
    internal static ValueRule Item => field ??= new("a grade event or an entity as an object")
    {
        Object = new(
            "that of a grade event or an entity",
            Shapes.GradeEvent,
            Shapes.Agent,
            Shapes.Person,
            Shapes.SoftwareApplication,
            Shapes.Organization,
            Shapes.Group,
            Shapes.CourseOffering,
            Shapes.CourseSection,
            Shapes.Membership,
            Shapes.Session,
            Shapes.LtiSession,
            Shapes.Attempt,
            Shapes.Score,
            Shapes.DigitalResource,
            Shapes.AssignableDigitalResource,
            Shapes.Assessment,
            Shapes.AssessmentItem,
            Shapes.OtherEntity),
    };

    /// <summary>The context IRI of Caliper 1.1, or an array that ends in it.</summary>
    internal static ValueRule Context => field ??= new("the context IRI of Caliper 1.1, or an array that ends in it")
    {
        Text = Values.ContextIri.Text,
        List = new()
        {
            ByLength =
            [
                new() { Places = [Values.ContextIri], MinItems = 1, MaxItems = 1 },
                new() { Places = [Values.ContextElement, Values.ContextIri], MinItems = 2, MaxItems = 2 },
                new() { Places = [Values.ContextElement, Values.ContextElement, Values.ContextIri], MinItems = 3, MaxItems = 3 },
                new() { Places = [Values.ContextElement, Values.ContextElement, Values.ContextElement, Values.ContextIri], MinItems = 4, MaxItems = 4 },
                new() { Places = [Values.ContextElement, Values.ContextElement, Values.ContextElement, Values.ContextElement, Values.ContextIri], MinItems = 5, MaxItems = 5 },
                new() { Places = [Values.ContextElement, Values.ContextElement, Values.ContextElement, Values.ContextElement, Values.ContextElement, Values.ContextIri], MinItems = 6, MaxItems = 6 },
                new() { Places = [Values.ContextElement, Values.ContextElement, Values.ContextElement, Values.ContextElement, Values.ContextElement, Values.ContextElement, Values.ContextIri], MinItems = 7, MaxItems = 7 },
                new() { Places = [Values.ContextElement, Values.ContextElement, Values.ContextElement, Values.ContextElement, Values.ContextElement, Values.ContextElement, Values.ContextElement, Values.ContextIri], MinItems = 8, MaxItems = 8 },
            ],
        },
    };

    /// <summary>A UUID as a URN.</summary>
    internal static ValueRule EventId => field ??= ValueRule.Of(new TextRule("a UUID as a URN, such as \"urn:uuid:319f0132-0584-4efd-9489-4959b7101731\"") { Pattern = new TextPattern("eventId") });

    /// <summary>An agent.</summary>
    internal static ValueRule Agent => field ??= new("an object of type \"Agent\", \"Person\", \"SoftwareApplication\", \"Organization\", \"CourseOffering\", \"CourseSection\" or \"Group\" or its IRI")
    {
        Text = Values.Iri.Text,
        Object = new(
            "\"Agent\", \"Person\", \"SoftwareApplication\", \"Organization\", \"CourseOffering\", \"CourseSection\" or \"Group\"",
            Shapes.Agent,
            Shapes.Person,
            Shapes.SoftwareApplication,
            Shapes.Organization,
            Shapes.CourseOffering,
            Shapes.CourseSection,
            Shapes.Group),
    };

    /// <summary>An absolute IRI.</summary>
    internal static ValueRule Iri => field ??= ValueRule.Of(new TextRule("an absolute IRI, such as \"urn:instructure:canvas:user:21070000000000987\"") { Pattern = new TextPattern("iri") });

    /// <summary>An entity.</summary>
    internal static ValueRule Entity => field ??= new("an entity as an object or its IRI")
    {
        Text = Values.Iri.Text,
        Object = new(
            "that of an entity",
            Shapes.Agent,
            Shapes.Person,
            Shapes.SoftwareApplication,
            Shapes.Organization,
            Shapes.Group,
            Shapes.CourseOffering,
            Shapes.CourseSection,
            Shapes.Membership,
            Shapes.Session,
            Shapes.LtiSession,
            Shapes.Attempt,
            Shapes.Score,
            Shapes.DigitalResource,
            Shapes.AssignableDigitalResource,
            Shapes.Assessment,
            Shapes.AssessmentItem,
            Shapes.OtherEntity),
    };

    /// <summary>An organization.</summary>
    internal static ValueRule Organization => field ??= new("an object of type \"Organization\", \"CourseOffering\", \"CourseSection\" or \"Group\" or its IRI")
    {
        Text = Values.Iri.Text,
        Object = new(
            "\"Organization\", \"CourseOffering\", \"CourseSection\" or \"Group\"",
            Shapes.Organization,
            Shapes.CourseOffering,
            Shapes.CourseSection,
            Shapes.Group),
    };

    /// <summary>A session.</summary>
    internal static ValueRule Session => field ??= new("an object of type \"Session\" or \"LtiSession\" or its IRI")
    {
        Text = Values.Iri.Text,
        Object = new("\"Session\" or \"LtiSession\"", Shapes.Session, Shapes.LtiSession),
    };

    /// <summary>An entity as an object.</summary>
    internal static ValueRule EntityObject => field ??= new("an entity as an object as an object")
    {
        Object = new(
            "that of an entity as an object",
            Shapes.Agent,
            Shapes.Person,
            Shapes.SoftwareApplication,
            Shapes.Organization,
            Shapes.Group,
            Shapes.CourseOffering,
            Shapes.CourseSection,
            Shapes.Membership,
            Shapes.Session,
            Shapes.LtiSession,
            Shapes.Attempt,
            Shapes.Score,
            Shapes.DigitalResource,
            Shapes.AssignableDigitalResource,
            Shapes.Assessment,
            Shapes.AssessmentItem,
            Shapes.OtherEntity),
    };

    /// <summary>A string or an object.</summary>
    internal static ValueRule ContextElement => field ??= new("a string or an object") { Text = new("a string"), Object = ObjectRule.Of(Shape.Anything) };

    /// <summary>A digital resource.</summary>
    internal static ValueRule DigitalResource => field ??= new("a digital resource as an object or its IRI")
    {
        Text = Values.Iri.Text,
        Object = new(
            "\"DigitalResource\", \"AssignableDigitalResource\", \"Assessment\", \"AssessmentItem\" or that of another kind of digital resource",
            Shapes.DigitalResource,
            Shapes.AssignableDigitalResource,
            Shapes.Assessment,
            Shapes.AssessmentItem,
            Shapes.OtherDigitalResource),
    };

    /// <summary>An integer.</summary>
    internal static ValueRule Integer => field ??= new("an integer") { Number = new() { IsInteger = true, Minimum = -2147483648m, Maximum = 2147483647m } };

    /// <summary>A duration in ISO 8601.</summary>
    internal static ValueRule Duration => field ??= ValueRule.Of(new TextRule("a duration in ISO 8601, such as \"PT50M12S\"") { Pattern = new TextPattern("duration") });

    /// <summary>A number.</summary>
    internal static ValueRule Number => field ??= new("a number") { Number = new() { Minimum = -10000000000000000000000m, Maximum = 10000000000000000000000m } };

    /// <summary>An absolute IRI, or www.canvaslms.com.</summary>
    internal static ValueRule ApplicationId => field ??= ValueRule.Of(new TextRule("an absolute IRI, or www.canvaslms.com, such as \"https://canvas.example.edu/\"") { Pattern = new TextPattern("applicationId") });

    /// <summary>A role.</summary>
    internal static ValueRule Role => field ??= ValueRule.Of(new TextRule("a role, such as \"Instructor\"") { Vocabulary = Vocabulary.Role });

    /// <summary>The status of a membership.</summary>
    internal static ValueRule MembershipStatus => field ??= ValueRule.Of(new TextRule("the status of a membership, such as \"Active\"") { Vocabulary = Vocabulary.MembershipStatus });

    /// <summary>A string with a Canvas id (a 64-bit integer in decimal digits).</summary>
    internal static ValueRule CanvasId => field ??= ValueRule.Of(new TextRule("a string with a Canvas id (a 64-bit integer in decimal digits), such as \"21070000000011086\"") { Pattern = new TextPattern("canvasId") });

    /// <summary>A valid time in UTC.</summary>
    internal static ValueRule CanvasTime => field ??= ValueRule.Of(new TextRule("a valid time in UTC, such as \"2019-11-01T19:11:05Z\"") { Pattern = new TextPattern("canvasTime") });

    /// <summary>The state of a record of scores.</summary>
    internal static ValueRule WorkflowState => field ??= ValueRule.Of(new TextRule("the state of a record of scores, such as \"active\"") { Vocabulary = Vocabulary.WorkflowState });

    /// <summary>A number as text.</summary>
    internal static ValueRule NumberText => field ??= ValueRule.Of(new TextRule("a number as text, such as \"10.0\"") { Pattern = new TextPattern("numberText") });
}
