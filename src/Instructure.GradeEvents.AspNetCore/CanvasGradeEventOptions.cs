using Microsoft.IdentityModel.Tokens;

namespace Instructure.GradeEvents.AspNetCore;

/// <summary>Options for receiving deliveries from Canvas. They are checked when the program starts.</summary>
public sealed class CanvasGradeEventOptions
{
    /// <summary>Whether a delivery must be signed.</summary>
    /// <remarks>
    /// True by default, because anyone can send requests to a public address. Set it to false for a subscription without "Sign Payload" whose deliveries
    /// are protected by other means. Signed deliveries are still checked then.
    /// </remarks>
    public bool RequireSignature { get; set; } = true;

    /// <summary>The URL of the public keys of Canvas, a JSON Web Key Set.</summary>
    /// <remarks>
    /// By default, the URL for Instructure's production and beta. It must be an <c>https</c> URL, or <c>http</c> on the loopback interface. It is not used if
    /// there are <see cref="SigningKeys"/>. Redirects are not followed. Source: Canvas event documentation, delivery by HTTPS.
    /// </remarks>
    public Uri JwksUri { get; set; } = new("https://8axpcl50e4.execute-api.us-east-1.amazonaws.com/main/jwks");

    /// <summary>The public keys to use instead of those at <see cref="JwksUri"/>: RSA keys with a <see cref="SecurityKey.KeyId"/>. Empty by default.</summary>
    public IList<SecurityKey> SigningKeys { get; } = [];

    /// <summary>How long after its <c>exp</c>, and before its <c>nbf</c>, a signature is still accepted.</summary>
    /// <remarks>
    /// 25 minutes by default, because Canvas retries a delivery for up to 20 minutes with its original token, and clocks differ. A repeated delivery
    /// has the same <see cref="GradeEventDelivery.DeduplicationKey"/>, so a longer time is safe if your handler uses that key.
    /// </remarks>
    public TimeSpan ClockSkew { get; set; } = TimeSpan.FromMinutes(25);

    /// <summary>The maximum size of a body, in bytes. 1 MB (1 048 576) by default, far more than any event needs.</summary>
    public int MaxBodyBytes { get; set; } = 1024 * 1024;

    /// <summary>What to do with an event that is not about grades. By default, it is passed to the handlers.</summary>
    public UnknownEventHandling UnknownEvents { get; set; } = UnknownEventHandling.HandOn;

    /// <summary>What to do with a body that is not a valid event. By default, it is rejected.</summary>
    public InvalidEventHandling InvalidEvents { get; set; } = InvalidEventHandling.Reject;
}
