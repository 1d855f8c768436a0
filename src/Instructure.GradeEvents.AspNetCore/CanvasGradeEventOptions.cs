using Microsoft.IdentityModel.Tokens;

namespace Instructure.GradeEvents.AspNetCore;

/// <summary>How deliveries are received. They are checked when the program starts.</summary>
public sealed class CanvasGradeEventOptions
{
    /// <summary>Whether a delivery must be signed.</summary>
    /// <remarks>
    /// True by default: anybody can send something to a public address. Set it to false for a subscription without "Sign Payload" whose deliveries
    /// are protected by other means. A signed delivery is checked all the same then.
    /// </remarks>
    public bool RequireSignature { get; set; } = true;

    /// <summary>Where the public keys of Canvas are: a JSON Web Key Set.</summary>
    /// <remarks>
    /// That of Instructure's production and beta by default. It must be an <c>https</c> address, or <c>http</c> on the loopback interface. It is not used when
    /// there are <see cref="SigningKeys"/>. Redirects are not followed. Source: Canvas event documentation, delivery by HTTPS.
    /// </remarks>
    public Uri JwksUri { get; set; } = new("https://8axpcl50e4.execute-api.us-east-1.amazonaws.com/main/jwks");

    /// <summary>The public keys, instead of those of <see cref="JwksUri"/>: RSA keys with a <see cref="SecurityKey.KeyId"/>. Empty by default.</summary>
    public IList<SecurityKey> SigningKeys { get; } = [];

    /// <summary>By how much a signature may be out of date: how long after <c>exp</c>, and before <c>nbf</c>, it is still taken.</summary>
    /// <remarks>
    /// 25 minutes by default, since Canvas tries a delivery again for up to 20 minutes with the token that it made first, and clocks differ. A delivery
    /// that comes twice has the same <see cref="GradeEventDelivery.DeduplicationKey"/>, so a longer time is no danger to a handler that uses it.
    /// </remarks>
    public TimeSpan ClockSkew { get; set; } = TimeSpan.FromMinutes(25);

    /// <summary>How many bytes a body may have. 1 MB (1 048 576) by default; no event comes near.</summary>
    public int MaxBodyBytes { get; set; } = 1024 * 1024;

    /// <summary>What is done with an event that is not about grades. It is handed on by default.</summary>
    public UnknownEventHandling UnknownEvents { get; set; } = UnknownEventHandling.HandOn;

    /// <summary>What is done with a body that is no valid event. It is rejected by default.</summary>
    public InvalidEventHandling InvalidEvents { get; set; } = InvalidEventHandling.Reject;
}
