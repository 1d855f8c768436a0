namespace Instructure.GradeEvents.Judges;

/// <summary>What a judge says of a document.</summary>
internal enum Verdict
{
    /// <summary>It is a grade event.</summary>
    Valid,

    /// <summary>It is none.</summary>
    Invalid,

    /// <summary>A name is in an object more than once, which no schema can forbid: judges that read only the first, or the last, differ.</summary>
    NameTwice,

    /// <summary>It is no JSON in Unicode.</summary>
    Malformed,
}
