using System.Buffers;
using System.Text;
using System.Text.Json;
using Microsoft.IdentityModel.Tokens;

namespace Instructure.GradeEvents.AspNetCore;

/// <summary>A signed token in the compact form that Canvas sends: what can be told before its signature is checked.</summary>
internal readonly record struct CompactToken(string Text, string KeyId)
{
    /// <summary>A header of an algorithm and a key has some 100 characters.</summary>
    internal const int MaxHeaderLength = 4 * 1024;

    private static readonly SearchValues<byte> s_alphabet = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_."u8);

    private static readonly JsonDocumentOptions s_strict = new() { AllowDuplicateProperties = false };

    /// <summary>Header parameters that change how a token is to be checked, or say where its key is: Canvas sends none of them.</summary>
    private static readonly string[] s_forbidden = ["crit", "b64", "jwk", "jku", "x5u", "x5c", "enc", "zip"];

    /// <summary>Whether the body begins as a token does, and not as JSON.</summary>
    internal static bool IsMeant(ReadOnlySpan<byte> body) => body.StartsWith("eyJ"u8);

    /// <summary>Whether the beginning of a body is that of a token with a header that is larger than any of Canvas.</summary>
    internal static bool HasLargeHeader(ReadOnlySpan<byte> beginning) => IsMeant(beginning) && beginning.Length > MaxHeaderLength && !beginning[..(MaxHeaderLength + 1)].Contains((byte)'.');

    /// <summary>Reads a token.</summary>
    /// <returns>Why the body is not one that Canvas could have sent; <see cref="CanvasSignatureFailure.None"/> when it may be one.</returns>
    internal static CanvasSignatureFailure Read(ReadOnlySpan<byte> body, out CompactToken token)
    {
        token = default;
        if (!IsMeant(body))
        {
            return CanvasSignatureFailure.NotSigned;
        }

        var headerLength = body.IndexOf((byte)'.');
        if (headerLength is < 0 or > MaxHeaderLength || body.Count((byte)'.') != 2 || body[^1] == '.' || body[headerLength + 1] == '.' || body.ContainsAnyExcept(s_alphabet))
        {
            return CanvasSignatureFailure.Malformed;
        }

        try
        {
            using var header = JsonDocument.Parse(Base64UrlEncoder.DecodeBytes(Encoding.ASCII.GetString(body[..headerLength])), s_strict);
            var members = header.RootElement;
            if (members.ValueKind != JsonValueKind.Object
                || !IsText(members, "alg", out var algorithm) || algorithm != SecurityAlgorithms.RsaSha256
                || !IsText(members, "kid", out var keyId) || keyId.Length == 0
                || s_forbidden.Any(name => members.TryGetProperty(name, out _)))
            {
                return CanvasSignatureFailure.Malformed;
            }

            token = new(Encoding.ASCII.GetString(body), keyId);
            return CanvasSignatureFailure.None;
        }
        catch (Exception error) when (error is JsonException or FormatException or InvalidOperationException)
        {
            return CanvasSignatureFailure.Malformed; // a text with half of a surrogate pair is an InvalidOperationException
        }
    }

    private static bool IsText(JsonElement members, string name, out string text)
    {
        text = members.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : string.Empty;
        return value.ValueKind == JsonValueKind.String;
    }
}
