namespace Instructure.GradeEvents.Validation.Documents;

/// <summary>A token that knows where in the text it begins.</summary>
internal interface ILocated
{
    /// <summary>The bytes before it.</summary>
    int Offset { get; }

    /// <summary>Its place in the array that it stands in.</summary>
    int Index { get; }

    /// <summary>Whether something is wrong with it that was said already: one fault is one issue.</summary>
    bool HasFault { get; set; }
}
