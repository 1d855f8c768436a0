using Instructure.GradeEvents.Tool.CommandLine;
using Instructure.GradeEvents.Validation;

namespace Instructure.GradeEvents.Tool;

/// <summary>The kinds of payloads by their names in arguments.</summary>
internal static class KindNames
{
    /// <summary>The names of all kinds that a payload can be known as.</summary>
    internal static readonly string[] Known = [.. Enum.GetValues<PayloadKind>().Where(static kind => kind != PayloadKind.Unknown).Select(PayloadKindNames.Of)];

    /// <summary>The kind of a name, with <c>-</c> or <c>_</c>.</summary>
    internal static PayloadKind Parse(string name) => Enum.GetValues<PayloadKind>().First(kind => Choice.IsSame(PayloadKindNames.Of(kind), name));
}
