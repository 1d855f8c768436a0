using System.Buffers;
using Instructure.GradeEvents.Tool.Reports;

namespace Instructure.GradeEvents.Tool.Validation;

/// <summary>What came of a batch of payloads.</summary>
internal sealed class ReportPart
{
    /// <summary>Its part of the report.</summary>
    internal ArrayBufferWriter<byte> Text { get; } = new();

    internal Summary Summary { get; } = new();

    /// <summary>Why the source could not be read; or null.</summary>
    internal string? Problem { get; init; }

    /// <summary>What else is to be said about the source; or null.</summary>
    internal string? Note { get; set; }

    /// <summary>How many bytes have been read for it.</summary>
    internal long Length { get; init; }
}
