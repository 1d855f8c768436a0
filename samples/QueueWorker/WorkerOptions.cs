namespace QueueWorker;

/// <summary>The section "Sqs" of the configuration.</summary>
internal sealed class WorkerOptions
{
    /// <summary>The URL of the queue.</summary>
    public Uri? QueueUrl { get; set; }

    /// <summary>The address of another server than AWS, such as fauxqs.</summary>
    public Uri? ServiceUrl { get; set; }

    /// <summary>How many batches of ten messages are received and worked on at a time.</summary>
    public int Receivers { get; set; } = 8;

    /// <summary>How long a request waits for messages: up to 20 seconds. So long takes the stop of a worker that has nothing to do.</summary>
    public int WaitSeconds { get; set; } = 20;

    /// <summary>After how long the messages of a worker that was killed are delivered again. A worker that lives keeps its messages as long as it needs.</summary>
    public int VisibilitySeconds { get; set; } = 30;

    /// <summary>What is wrong with the settings; null when nothing is.</summary>
    internal string? Problem
        => QueueUrl is not { IsAbsoluteUri: true } ? "Sqs:QueueUrl is missing: the URL of the queue, such as https://sqs.eu-west-1.amazonaws.com/123456789012/grades."
            : Receivers is < 1 or > 1000 ? "Sqs:Receivers has to be between 1 and 1000."
            : WaitSeconds is < 0 or > 20 ? "Sqs:WaitSeconds has to be between 0 and 20."
            : VisibilitySeconds is < 3 or > 43200 ? "Sqs:VisibilitySeconds has to be between 3 and 43200 (12 hours)."
            : null;

    internal TimeSpan Visibility => TimeSpan.FromSeconds(VisibilitySeconds);
}
