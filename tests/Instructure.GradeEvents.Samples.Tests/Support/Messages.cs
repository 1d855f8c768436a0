using System.Globalization;
using System.Text.Json;
using Instructure.GradeEvents.Tests.Support;
using QueueWorker;

namespace Instructure.GradeEvents.Samples.Tests.Support;

/// <summary>Messages as a queue delivers them.</summary>
internal static class Messages
{
    private static readonly string s_change = Repository.SampleText("grade-change-by-teacher.json");

    internal const string SubmissionOfSample = "21070000000012873";

    /// <summary>A grading of a submission of its own.</summary>
    internal static string Change(int number) => s_change.Replace(SubmissionOfSample, Submission(number), StringComparison.Ordinal);

    internal static string Submission(int number) => (21070000000000000L + number).ToString(CultureInfo.InvariantCulture);

    internal static string Invalid(int number) => Change(number).Replace("\"submission_id\"", "\"submission\"", StringComparison.Ordinal);

    internal static string InNotification(string json) => JsonSerializer.Serialize(new { Type = "Notification", MessageId = "of SNS", TopicArn = "arn:aws:sns:eu-west-1:1:grades", Message = json });

    internal static QueueMessage Of(string id, string body, int receiveCount = 1) => new(id, "receipt of " + id, body, receiveCount);
}
