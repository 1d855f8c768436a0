namespace Instructure.GradeEvents.AspNetCore;

/// <summary>What <see cref="CanvasSignatureValidator"/> says of a body.</summary>
public sealed class CanvasSignatureResult
{
    private readonly ReadOnlyMemory<byte> _utf8Json;

    private CanvasSignatureResult(CanvasSignatureFailure failure, ReadOnlyMemory<byte> utf8Json) => (Failure, _utf8Json) = (failure, utf8Json);

    /// <summary>Whether Canvas has signed it.</summary>
    public bool IsValid => Failure == CanvasSignatureFailure.None;

    /// <summary>Why not; <see cref="CanvasSignatureFailure.None"/> when it is valid.</summary>
    public CanvasSignatureFailure Failure { get; }

    /// <summary>The JSON of the event: what was signed, without the registered claims of the token (<c>iss</c>, <c>iat</c>, <c>exp</c>, …).</summary>
    /// <exception cref="InvalidOperationException">It is not valid: nothing of it can be trusted.</exception>
    public ReadOnlyMemory<byte> Utf8Json => IsValid ? _utf8Json : throw new InvalidOperationException($"The signature is not valid ({Failure}), so there is no event.");

    internal static CanvasSignatureResult Of(ReadOnlyMemory<byte> utf8Json) => new(CanvasSignatureFailure.None, utf8Json);

    internal static CanvasSignatureResult Of(CanvasSignatureFailure failure) => new(failure, default);
}
