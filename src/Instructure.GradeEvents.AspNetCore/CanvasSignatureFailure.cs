namespace Instructure.GradeEvents.AspNetCore;

/// <summary>Why a body was not taken for a delivery that Canvas has signed.</summary>
public enum CanvasSignatureFailure
{
    /// <summary>There is no failure.</summary>
    None,

    /// <summary>The body is no signed token of three parts. Canvas sends plain JSON where "Sign Payload" is off.</summary>
    NotSigned,

    /// <summary>It is not in the form that Canvas sends: a compact token, signed by RS256 with a key that its header names, and nothing else in its header that would have to be obeyed.</summary>
    Malformed,

    /// <summary>The key that it names is not in the key set.</summary>
    UnknownKey,

    /// <summary>The signature is not that of the key.</summary>
    WrongSignature,

    /// <summary>It is expired, or not yet valid, by more than <see cref="CanvasGradeEventOptions.ClockSkew"/>.</summary>
    OutOfDate,

    /// <summary>The keys can't be had at the moment, so nothing can be said: try again later.</summary>
    KeysUnavailable,
}
