namespace Instructure.GradeEvents.Recognition;

/// <summary>What is known of both formats: the reader has it from its records, the validator from its tables.</summary>
internal interface IVocabulary
{
    /// <summary>Whether a grade event of the Canvas format has this name.</summary>
    bool IsEventName(string name);

    /// <summary>Whether a member of this name tells that a body is that of a grade event: no more than half of these events have it, and at least one.</summary>
    bool IsTellingMember(ReadOnlySpan<byte> utf8Name);

    /// <summary>Whether a Caliper event or entity of this type is known.</summary>
    bool IsCaliperType(string type);
}
