using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Tokens;

namespace Instructure.GradeEvents.AspNetCore;

/// <summary>Refuses options with which nothing could be received.</summary>
internal sealed class OptionsValidator : IValidateOptions<CanvasGradeEventOptions>
{
    public ValidateOptionsResult Validate(string? name, CanvasGradeEventOptions options)
    {
        var faults = new List<string>();
        if (options.SigningKeys.Count == 0 && !(options.JwksUri is { IsAbsoluteUri: true } uri && (uri.Scheme == Uri.UriSchemeHttps || (uri.Scheme == Uri.UriSchemeHttp && uri.IsLoopback))))
        {
            faults.Add($"{nameof(options.JwksUri)} must be an absolute https address, or http on the loopback interface; found {options.JwksUri?.ToString() ?? "null"}.");
        }

        if (options.SigningKeys.Any(static key => !SigningKeys.IsUsable(key)))
        {
            faults.Add($"{nameof(options.SigningKeys)} must be RSA keys of at least 2048 bits with a {nameof(SecurityKey.KeyId)}.");
        }

        if (options.ClockSkew < TimeSpan.Zero)
        {
            faults.Add($"{nameof(options.ClockSkew)} must not be negative; found {options.ClockSkew:c}.");
        }

        if (options.MaxBodyBytes <= 0)
        {
            faults.Add(FormattableString.Invariant($"{nameof(options.MaxBodyBytes)} must be positive; found {options.MaxBodyBytes}."));
        }

        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }
}
