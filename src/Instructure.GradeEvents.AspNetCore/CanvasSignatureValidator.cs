using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Instructure.GradeEvents.AspNetCore;

/// <summary>Checks the signature of what Canvas sends where "Sign Payload" is on: the body's bytes in, the event's bytes or a reason out.</summary>
/// <remarks>
/// <para>The endpoint uses it. Ask for it as a service (<see cref="CanvasGradeEventsServiceCollectionExtensions.AddCanvasGradeEvents"/> adds it) when you receive
/// in another way: with a queue between receiving and handling, or in a function host. It can be used by several threads.</para>
/// <para>It accepts a compact JSON Web Signature with RS256, whose key is in the key set under the <c>kid</c> of the header. <c>exp</c> and <c>nbf</c> are
/// checked when they are there; <c>iss</c> and <c>aud</c> are not, since Canvas doesn't document them. Source: Canvas event documentation, delivery by HTTPS.</para>
/// </remarks>
/// <example><code>
/// var result = await signatures.ValidateAsync(body, cancellationToken);
/// if (result.IsValid)
/// {
///     var liveEvent = GradeEventSerializer.Deserialize(result.Utf8Json.Span);
/// }
/// </code></example>
public sealed class CanvasSignatureValidator
{
    private static readonly JsonWebTokenHandler s_handler = new() { MapInboundClaims = false, MaximumTokenSizeInBytes = int.MaxValue };

    private readonly SigningKeys _keys;
    private readonly TimeSpan _clockSkew;
    private readonly TimeProvider _time;

    internal CanvasSignatureValidator(SigningKeys keys, IOptions<CanvasGradeEventOptions> options, TimeProvider time)
        => (_keys, _clockSkew, _time) = (keys, options.Value.ClockSkew, time);

    /// <summary>Checks a body.</summary>
    /// <param name="body">All bytes of the body, as they came.</param>
    /// <param name="cancellationToken">Ends the waiting for the keys.</param>
    /// <returns>The JSON of the event, or why there is none.</returns>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public async ValueTask<CanvasSignatureResult> ValidateAsync(ReadOnlyMemory<byte> body, CancellationToken cancellationToken = default)
    {
        if (CompactToken.Read(body.Span, out var token) is var failure and not CanvasSignatureFailure.None)
        {
            return CanvasSignatureResult.Of(failure);
        }

        var (areThere, key) = await _keys.FindAsync(token.KeyId, cancellationToken).ConfigureAwait(false);
        if (key is null)
        {
            return CanvasSignatureResult.Of(areThere ? CanvasSignatureFailure.UnknownKey : CanvasSignatureFailure.KeysUnavailable);
        }

        var result = await s_handler.ValidateTokenAsync(token.Text, Parameters(key)).ConfigureAwait(false);
        return result.IsValid
            ? CanvasSignatureResult.Of(RegisteredClaims.Without(Base64UrlEncoder.DecodeBytes(((JsonWebToken)result.SecurityToken).EncodedPayload)))
            : CanvasSignatureResult.Of(result.Exception switch
            {
                SecurityTokenInvalidSignatureException or SecurityTokenSignatureKeyNotFoundException => CanvasSignatureFailure.WrongSignature,
                SecurityTokenInvalidLifetimeException => CanvasSignatureFailure.OutOfDate,
                _ => CanvasSignatureFailure.Malformed,
            });
    }

    private TokenValidationParameters Parameters(SecurityKey key) => new()
    {
        IssuerSigningKey = key,
        ValidAlgorithms = [SecurityAlgorithms.RsaSha256],
        RequireSignedTokens = true,
        RequireExpirationTime = false,
        ValidateIssuer = false,
        ValidateAudience = false,
        LifetimeValidator = (notBefore, expires, _, _) =>
        {
            var now = _time.GetUtcNow().UtcDateTime;
            return (expires is not { } end || now - end <= _clockSkew) && (notBefore is not { } start || start - now <= _clockSkew);
        },
    };
}
