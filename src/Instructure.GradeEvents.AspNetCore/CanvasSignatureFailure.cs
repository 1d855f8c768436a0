namespace Instructure.GradeEvents.AspNetCore;

/// <summary>Why a body is not accepted as a delivery that Canvas has signed.</summary>
public enum CanvasSignatureFailure
{
    /// <summary>There is no failure.</summary>
    None,

    /// <summary>The body is not a signed token of three parts. Canvas sends plain JSON where "Sign Payload" is off.</summary>
    NotSigned,

    /// <summary>It is not in the form that Canvas sends: a compact token, signed with RS256 by a key that its header names, and without header parameters that change how a token is to be checked.</summary>
    Malformed,

    /// <summary>The key that it names is not in the key set.</summary>
    UnknownKey,

    /// <summary>The signature is not that of the key.</summary>
    WrongSignature,

    /// <summary>It is expired, or not yet valid, by more than <see cref="CanvasGradeEventOptions.ClockSkew"/>.</summary>
    OutOfDate,

    /// <summary>The keys are unavailable at the moment, so the signature can't be checked: try again later.</summary>
    KeysUnavailable,
}
