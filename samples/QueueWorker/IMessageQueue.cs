namespace QueueWorker;

/// <summary>What the worker needs of a queue: so that its tests need none.</summary>
internal interface IMessageQueue
{
    /// <summary>Waits for messages, and takes up to ten, which nobody else gets for a time.</summary>
    Task<IReadOnlyList<QueueMessage>> ReceiveAsync();

    /// <summary>Takes messages, ten at most, out of the queue for good.</summary>
    Task DeleteAsync(IReadOnlyCollection<QueueMessage> messages);

    /// <summary>Hides messages, ten at most, from now on for a time; zero gives them to the next who asks.</summary>
    Task HideAsync(IReadOnlyCollection<QueueMessage> messages, TimeSpan time);
}
