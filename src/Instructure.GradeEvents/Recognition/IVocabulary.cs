namespace Instructure.GradeEvents.Recognition;

/// <summary>What is known of both formats: the reader has it from its records, the validator from its tables.</summary>
internal interface IVocabulary
{
    /// <summary>Whether a grade event of the Canvas format has this name.</summary>
    bool IsEventName(string name);

    /// <summary>Whether the body of just one grade event has a member of this name.</summary>
    bool IsMemberOfOneBody(ReadOnlySpan<byte> utf8Name);

    /// <summary>Whether a Caliper event or entity of this type is known.</summary>
    bool IsCaliperType(string type);
}
