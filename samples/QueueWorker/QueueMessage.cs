namespace QueueWorker;

/// <summary>A message as it was received.</summary>
/// <param name="Id">Its id, which stays the same when it is delivered again.</param>
/// <param name="ReceiptHandle">What this receipt is deleted or hidden by.</param>
/// <param name="Body">Its text.</param>
/// <param name="ReceiveCount">How often it was received, this time included: what the dead-letter rule of the queue counts.</param>
internal sealed record QueueMessage(string Id, string ReceiptHandle, string Body, int ReceiveCount);
