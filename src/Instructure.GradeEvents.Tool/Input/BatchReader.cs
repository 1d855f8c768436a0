using Instructure.GradeEvents.Archives;

namespace Instructure.GradeEvents.Tool.Input;

/// <summary>Reads sources into batches of payloads, in order.</summary>
internal static class BatchReader
{
    /// <summary>The batches of all sources. Sources that can't be read are batches with a problem; they don't end the reading.</summary>
    internal static IEnumerable<PayloadBatch> Read(IEnumerable<PayloadSource> sources) => sources.SelectMany(Read);

    private static IEnumerable<PayloadBatch> Read(PayloadSource source)
    {
        if (source.Form == ArchiveForm.Document)
        {
            yield return PayloadBatch.OfFile(source);
            yield break;
        }

        using var payloads = new PayloadReader(source);
        while (payloads.Next() is { } batch)
        {
            yield return batch;
        }
    }
}
