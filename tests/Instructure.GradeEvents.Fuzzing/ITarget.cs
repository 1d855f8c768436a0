namespace Instructure.GradeEvents.Fuzzing;

/// <summary>A part of the library that is fuzzed.</summary>
internal interface ITarget
{
    string Name { get; }

    /// <summary>Hands an input to the library. Any exception is a finding.</summary>
    /// <param name="input">The input.</param>
    /// <param name="random">Decides how it is cut; the same for the same input.</param>
    void Run(byte[] input, Random random);
}
