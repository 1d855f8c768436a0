using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.IdentityModel.Tokens;

namespace Instructure.GradeEvents.AspNetCore.Tests.Support;

/// <summary>A key with which Canvas signs, and tokens that are made with it: right ones, and others.</summary>
internal sealed class SigningKey(string id) : IDisposable
{
    /// <summary>The time of the tests, at which tokens are made.</summary>
    internal static readonly DateTimeOffset Now = new(2026, 11, 26, 9, 0, 0, TimeSpan.Zero);

    private readonly RSA _rsa = RSA.Create(2048);

    internal string Id => id;

    internal RSA Rsa => _rsa;

    internal RsaSecurityKey Public => new(_rsa.ExportParameters(includePrivateParameters: false)) { KeyId = id };

    internal JsonObject Jwk
    {
        get
        {
            var parameters = _rsa.ExportParameters(includePrivateParameters: false);
            return new() { ["kty"] = "RSA", ["kid"] = id, ["use"] = "sig", ["alg"] = "RS256", ["n"] = Encode(parameters.Modulus!), ["e"] = Encode(parameters.Exponent!) };
        }
    }

    internal JsonObject Header => new() { ["typ"] = "JWT", ["alg"] = "RS256", ["kid"] = id };

    /// <summary>A token as Canvas makes it: the members of the event beside registered claims.</summary>
    internal byte[] Sign(ReadOnlySpan<byte> utf8Json, Action<JsonObject>? changeHeader = null, Action<JsonObject>? changeClaims = null)
    {
        var claims = JsonNode.Parse(utf8Json)!.AsObject();
        claims["iss"] = "Canvas";
        claims["iat"] = Now.ToUnixTimeSeconds();
        claims["exp"] = Now.AddMinutes(5).ToUnixTimeSeconds();
        changeClaims?.Invoke(claims);
        var header = Header;
        changeHeader?.Invoke(header);
        return SignText(header.ToJsonString(), JsonSerializer.SerializeToUtf8Bytes(claims));
    }

    internal byte[] SignText(string header, ReadOnlySpan<byte> payload)
    {
        var signed = $"{Encode(Encoding.UTF8.GetBytes(header))}.{Encode(payload)}";
        return Encoding.ASCII.GetBytes($"{signed}.{Encode(_rsa.SignData(Encoding.ASCII.GetBytes(signed), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1))}");
    }

    public void Dispose() => _rsa.Dispose();

    internal static string Encode(ReadOnlySpan<byte> bytes) => Base64UrlEncoder.Encode(bytes.ToArray());
}
