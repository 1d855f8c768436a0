using Instructure.GradeEvents.Validation;
namespace Instructure.GradeEvents.Tool.Samples;

internal sealed class SampleGenerator(long seed)
{
    internal string Next(PayloadKind kind) => throw new NotSupportedException(kind + " " + seed);
}
