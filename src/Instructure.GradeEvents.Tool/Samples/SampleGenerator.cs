using Instructure.GradeEvents.Validation;

namespace Instructure.GradeEvents.Tool.Samples;

/// <summary>Makes up payloads as Canvas would send them: of one term at a few institutions, that are always the same.</summary>
/// <remarks>
/// The seed decides what happens there. One seed gives one sequence, on every machine. Every payload is valid, also when warnings count.
/// </remarks>
internal sealed class SampleGenerator
{
    private readonly Gradebook _gradebook;
    private readonly CaliperMaker _caliper;
    private readonly CourseGradeChangeMaker _courseGradeChanges;
    private readonly GradeOverrideMaker _gradeOverrides;
    private readonly FinalGradeCustomStatusMaker _finalGradeCustomStatuses;

    /// <param name="seed">Any number.</param>
    internal SampleGenerator(long seed)
    {
        var dice = new Dice(seed);
        _gradebook = new(dice);
        _caliper = new(dice);
        _courseGradeChanges = new(dice);
        _gradeOverrides = new(dice);
        _finalGradeCustomStatuses = new(dice);
    }

    /// <summary>The next payload.</summary>
    /// <param name="kind">Of which kind.</param>
    /// <returns>Its JSON, in one line.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The kind is <see cref="PayloadKind.Unknown"/>.</exception>
    internal string Next(PayloadKind kind) => kind switch
    {
        PayloadKind.CaliperEnvelope => GradeEventSerializer.Serialize(_caliper.MakeEnvelope(_gradebook.Next())),
        PayloadKind.CaliperEvent => GradeEventSerializer.Serialize(_caliper.MakeEvent(_gradebook.Next())),
        PayloadKind.GradeChange => GradeEventSerializer.Serialize(GradeChangeMaker.Make(_gradebook.Next())),
        PayloadKind.CourseGradeChange => GradeEventSerializer.Serialize(_courseGradeChanges.Next()),
        PayloadKind.GradeOverride => GradeEventSerializer.Serialize(_gradeOverrides.Next()),
        PayloadKind.FinalGradeCustomStatus => GradeEventSerializer.Serialize(_finalGradeCustomStatuses.Next()),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "There are samples of known kinds only."),
    };
}
