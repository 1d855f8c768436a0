using Instructure.GradeEvents.Tests.Support;

namespace Instructure.GradeEvents.Validation.Tests;

/// <summary>Whole reports, as a person reads them.</summary>
public class ReportTests
{
    [Fact]
    public void Every_sample()
        => Snapshot.Verify(string.Join("\n\n", Repository.SampleFiles.Select(static file => $"{Path.GetFileName(file)}: {GradeEventValidator.Default.Validate(File.ReadAllBytes(file))}")));

    [Fact]
    public void A_Caliper_document_with_many_faults() => Snapshot.Verify(GradeEventValidator.Default.Validate("""
        {
          "sensor": null,
          "sendTime": "2026-10-05 14:12:33",
          "dataVersion": "http://purl.imsglobal.org/ctx/caliper/v1p2",
          "data": [
            {
              "@context": ["http://example.org/ctx", 5],
              "id": "319f0132-0584-4efd-9489-4959b7101731",
              "type": "GradeEvent",
              "actor": { "id": "urn:instructure:canvas:submission:21070000000011086", "type": "Attempt" },
              "action": "Scored",
              "object": {
                "id": "not an iri", "type": "Attempt", "count": 1.5, "duration": "50 minutes",
                "assignee": { "type": "Person", "e.mail": "x@example.org", "extensions": { "com.instructure.canvas": { "entity_id": 48 } } },
                "assignable": { "id": "urn:instructure:canvas:assignment:21070000000000355", "type": "Person" }
              },
              "generated": { "id": "urn:x:y", "type": "Score", "maxScore": { "numberStr": "ten" }, "scoreGiven": "5", "scoreGiven": 5, "scoredBy": "🎓 nobody" },
              "membership": { "id": "urn:x:y", "roles": ["Boss", null], "member": 7 },
              "group": "urn:instructure:canvas:course:21070000000000565",
              "extensions": []
            },
            { "id": "urn:x:y", "type": "NavigationEvent", "action": 5 },
            "urn:x:y"
          ]
        }
        """).ToString());

    [Fact]
    public void A_Canvas_document_with_many_faults() => Snapshot.Verify(GradeEventValidator.Default.Validate("""
        {
          "metadata": { "event_name": "grade_change", "event_time": "2026-13-05T14:12:33Z", "user_id": 5, "root_account_id": "one", "context_role": null, "hostnam": "x" },
          "body": {
            "submission_id": "-5", "assignment_id": "", "assignment_name": 5, "grade": 5, "score": "5", "points_possible": 1e400,
            "student_id": "21070000000000073", "user_id": "21070000000000074", "muted": "false", "muted": false
          },
          "sent": true
        }
        """).ToString());

    [Theory]
    [InlineData("published-slip", """{"metadata":{"event_name":"grade_change","event_time":"2026-01-01T00:00:00Z"},"body":{"score_id":"1","enrollment_id":"2","user_id":"3","course_id":"4","override_score":5,"updated_at":"2026-01-01T00:00:00Z"}}""")]
    [InlineData("no-name", """{"metadata":{"event_time":"x"},"body":{"workflow_state":"active"}}""")]
    [InlineData("nothing-known", """{"metadata":{"event_time":"2026-01-01T00:00:00Z"},"body":{"a":1}}""")]
    [InlineData("no-metadata", """{"body":{"workflow_state":"active","user_id":"1","course_id":"2","created_at":"2026-01-01T00:00:00Z","updated_at":"2026-01-01T00:00:00Z"}}""")]
    [InlineData("null-metadata", """{"metadata":null,"attributes":{"event_name":"grade_change","event_time":"2026-01-01T00:00:00Z"},"body":{}}""")]
    [InlineData("no-body", """{"attributes":{"event_name":"grade_override","event_time":"2026-01-01T00:00:00Z"}}""")]
    [InlineData("other-event", """{"metadata":{"event_name":"quiz_submitted"},"body":5}""")]
    [InlineData("other-caliper-event", """{"@context":"x","type":"NavigationEvent","actor":5}""")]
    [InlineData("bare-event-without-type", """{"@context":"http://purl.imsglobal.org/ctx/caliper/v1p1","id":"urn:uuid:319f0132-0584-4efd-9489-4959b7101731","actor":"urn:x:y","action":"Graded","object":"urn:x:y","eventTime":"2026-01-01T00:00:00.000Z"}""")]
    [InlineData("bare-event-with-nothing-else", """{"@context":"http://purl.imsglobal.org/ctx/caliper/v1p1","type":"GradeEvent"}""")]
    [InlineData("bare-event-that-only-says-so", """{"type":"GradeEvent"}""")]
    [InlineData("half-a-surrogate-pair", "\"\\ud800\"")]
    [InlineData("bare-entity", """{"@context":"http://purl.imsglobal.org/ctx/caliper/v1p1","id":"urn:x:y","type":"Person"}""")]
    [InlineData("two-events", """[{"metadata":{},"body":{}}]""")]
    [InlineData("some-json", """{"Records":[],"a":1,"b":2,"c":3,"d":4,"e":5}""")]
    [InlineData("json-api", """{"type":"articles","id":"1","attributes":{"title":"x"}}""")]
    [InlineData("a-body", """{"body":"x"}""")]
    [InlineData("some-data", """{"data":[1]}""")]
    [InlineData("misspelt-members", """{"metadata":{"event_name":"grade_override","event_time":"2026-01-01T00:00:00Z"},"body":{"scoreId":"1","enrolment_id":"2","user_id":"3","course_id":"4","updated_at":"2026-02-30T00:00:00Z"}}""")]
    [InlineData("misspelt-event", """{"metadata":{"event_name":"grade_chnage","event_time":"2026-01-01T00:00:00Z"},"body":{}}""")]
    [InlineData("empty-item", """{"sensor":"x","sendTime":"2026-01-01T00:00:00.000Z","dataVersion":"http://purl.imsglobal.org/ctx/caliper/v1p1","data":[{},{"id":"urn:x:y","name":"a"}]}""")]
    [InlineData("entity-with-action", """{"sensor":"x","sendTime":"2026-01-01T00:00:00.000Z","dataVersion":"http://purl.imsglobal.org/ctx/caliper/v1p1","data":[{"id":"urn:x:y","type":"Person","action":"x"},{"id":"urn:x:y","type":"Person","actor":"urn:x:y"},{"id":"urn:x:y","type":"Person","eventTime":"x"}]}""")]
    [InlineData("application-of-wrong-type", """{"@context":"http://purl.imsglobal.org/ctx/caliper/v1p1","id":"urn:uuid:319f0132-0584-4efd-9489-4959b7101731","type":"GradeEvent","actor":"urn:x:y","action":"Graded","object":"urn:x:y","eventTime":"2026-01-01T00:00:00.000Z","edApp":{"id":"www.canvaslms.com","type":"person"},"referrer":{"id":"urn:x:y","type":"CalendarEvent"}}""")]
    [InlineData("both-and-one-is-whole", """{"dataVersion":5,"data":[],"sensor":"x","sendTime":"x","attributes":{"event_name":"grade_override","event_time":"2026-01-01T00:00:00Z"},"body":{"score_id":"1","enrollment_id":"2","user_id":"3","course_id":"4","updated_at":"2026-01-01T00:00:00Z"}}""")]
    [InlineData("both-and-the-other-is-whole", """{"dataVersion":"http://purl.imsglobal.org/ctx/caliper/v1p1","data":[{"id":"urn:x:y","type":"Person"}],"sensor":"x","sendTime":"2026-01-01T00:00:00.000Z","metadata":{},"body":{}}""")]
    [InlineData("both-broken", """{"dataVersion":5,"data":[],"sensor":"x","sendTime":"x","metadata":{},"body":{}}""")]
    public void What_is_said_of(string name, string json) => Snapshot.Verify(GradeEventValidator.Default.Validate(json).ToString(), name);
}
