using System.Buffers;
using Instructure.GradeEvents.Tool.Reports;

namespace Instructure.GradeEvents.Tool.Validation;

/// <summary>What came of a batch of payloads.</summary>
/// <param name="reports">How many reports there are.</param>
internal sealed class ReportPart(int reports)
{
    /// <summary>Its part of each report.</summary>
    internal IReadOnlyList<ArrayBufferWriter<byte>> Texts { get; } = Create(reports);

    internal Summary Summary { get; } = new();

    /// <summary>Why the source could not be read; or null.</summary>
    internal string? Problem { get; init; }

    /// <summary>What else is to be said about the source; or null.</summary>
    internal string? Note { get; init; }

    /// <summary>How many bytes have been read for it.</summary>
    internal long Length { get; init; }

    private static ArrayBufferWriter<byte>[] Create(int count)
    {
        var texts = new ArrayBufferWriter<byte>[count];
        for (var i = 0; i < count; i++)
        {
            texts[i] = new();
        }

        return texts;
    }
}
