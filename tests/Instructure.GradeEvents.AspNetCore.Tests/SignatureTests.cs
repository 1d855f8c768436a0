using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Instructure.GradeEvents.AspNetCore.Tests.Support;
using Instructure.GradeEvents.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Instructure.GradeEvents.AspNetCore.Tests;

/// <summary>What is signed by Canvas is taken, and nothing else.</summary>
public sealed class SignatureTests : IAsyncLifetime
{
    private static readonly byte[] s_event = Repository.Sample("grade-change-by-teacher.json");

    private static readonly SigningKey s_key = new("2026-11");
    private static readonly SigningKey s_other = new("2026-11");

    private Receiver _receiver = null!;

    /// <summary>Bodies that somebody else could have made, by name.</summary>
    private static readonly Dictionary<string, byte[]> s_attacks = new(StringComparer.Ordinal)
    {
        ["unsigned"] = s_event,
        ["nothing"] = [],
        ["alg none"] = Encoding.ASCII.GetBytes(Text(s_key.Sign(s_event, static header => header["alg"] = "none")).Split('.')[0] + "." + Text(s_key.Sign(s_event)).Split('.')[1] + "."),
        ["alg none with a signature"] = s_key.Sign(s_event, static header => header["alg"] = "none"),
        ["alg missing"] = s_key.Sign(s_event, static header => header.Remove("alg")),
        ["HS256 with the public key as secret"] = SignedBy("HS256", Encoding.UTF8.GetBytes(s_key.Rsa.ExportSubjectPublicKeyInfoPem())),
        ["HS256 with the modulus as secret"] = SignedBy("HS256", s_key.Rsa.ExportParameters(includePrivateParameters: false).Modulus!),
        ["RS512"] = SignedByAlgorithm("RS512", HashAlgorithmName.SHA512, RSASignaturePadding.Pkcs1),
        ["PS256"] = SignedByAlgorithm("PS256", HashAlgorithmName.SHA256, RSASignaturePadding.Pss),
        ["another key with a known kid"] = s_other.Sign(s_event),
        ["unknown kid"] = s_key.Sign(s_event, static header => header["kid"] = "2019-01"),
        ["no kid"] = s_key.Sign(s_event, static header => header.Remove("kid")),
        ["kid that is a number"] = s_key.Sign(s_event, static header => header["kid"] = 11),
        ["two kids"] = s_key.SignText("""{"alg":"RS256","kid":"2026-11","kid":"2026-11"}""", s_event),
        ["jwk"] = s_other.Sign(s_event, static header => header["jwk"] = s_other.Jwk),
        ["jku"] = s_key.Sign(s_event, static header => header["jku"] = "https://attacker.example/jwks"),
        ["x5u"] = s_key.Sign(s_event, static header => header["x5u"] = "https://attacker.example/cert"),
        ["x5c"] = s_key.Sign(s_event, static header => header["x5c"] = new JsonArray("MIIB")),
        ["crit"] = s_key.Sign(s_event, static header => header["crit"] = new JsonArray("exp")),
        ["b64"] = s_key.Sign(s_event, static header => header["b64"] = false),
        ["header that is no object"] = s_key.SignText("[1]", s_event),
        ["header that is no JSON"] = s_key.SignText("""{"alg":"RS256","kid":"2026-11",""", s_event),
        ["half a surrogate in the kid"] = s_key.SignText("""{"alg":"RS256","kid":"\ud800"}""", s_event),
        ["header of a megabyte"] = s_key.Sign(s_event, static header => header["x"] = new string('x', 1_000_000)),
        ["header just too large"] = s_key.Sign(s_event, static header => header["x"] = new string('x', 4_000)),
        ["expired"] = s_key.Sign(s_event, null, static claims => claims["exp"] = SigningKey.Now.AddMinutes(-26).ToUnixTimeSeconds()),
        ["not yet valid"] = s_key.Sign(s_event, null, static claims => claims["nbf"] = SigningKey.Now.AddMinutes(26).ToUnixTimeSeconds()),
        ["expiry that is a text"] = s_key.Sign(s_event, null, static claims => claims["exp"] = "never"),
        ["altered payload"] = Altered(part: 1),
        ["altered header"] = Altered(part: 0),
        ["altered signature"] = Altered(part: 2),
        ["signature cut short"] = s_key.Sign(s_event)[..^8],
        ["no signature"] = Encoding.ASCII.GetBytes(Text(s_key.Sign(s_event))[..(Text(s_key.Sign(s_event)).LastIndexOf('.') + 1)]),
        ["two signatures in JSON"] = JsonSerializer.SerializeToUtf8Bytes(new { payload = Text(s_key.Sign(s_event)).Split('.')[1], signatures = new[] { Part(s_key), Part(s_other) } }),
        ["one signature in JSON"] = JsonSerializer.SerializeToUtf8Bytes(Part(s_key) with { payload = Text(s_key.Sign(s_event)).Split('.')[1] }),
        ["JWE"] = Encoding.ASCII.GetBytes(SigningKey.Encode("""{"alg":"RSA-OAEP","enc":"A256GCM","kid":"2026-11"}"""u8) + ".a.b.c.d"),
        ["five parts"] = [.. s_key.Sign(s_event), .. ".a.b"u8],
        ["two parts"] = Encoding.ASCII.GetBytes(Text(s_key.Sign(s_event))[..Text(s_key.Sign(s_event)).LastIndexOf('.')]),
        ["blank inside"] = Encoding.ASCII.GetBytes(Text(s_key.Sign(s_event)).Insert(50, " ")),
        ["line end inside"] = Encoding.ASCII.GetBytes(Text(s_key.Sign(s_event)).Insert(50, "\r\n")),
        ["blank before"] = [(byte)' ', .. s_key.Sign(s_event)],
        ["line end behind"] = [.. s_key.Sign(s_event), (byte)'\n'],
        ["padding"] = Encoding.ASCII.GetBytes(Text(s_key.Sign(s_event)) + "="),
        ["token in a string"] = JsonSerializer.SerializeToUtf8Bytes(Text(s_key.Sign(s_event))),
        ["bearer"] = [.. "Bearer "u8, .. s_key.Sign(s_event)],
        ["payload that is no JSON"] = s_key.SignText(s_key.Header.ToJsonString(), "{"u8),
        ["random bytes"] = RandomNumberGenerator.GetBytes(2000),
    };

    public static TheoryData<string> Names => [.. s_attacks.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task What_Canvas_has_not_signed_is_401_and_handed_to_nobody(string attack)
    {
        var answer = await _receiver.PostAsync(s_attacks[attack]);

        answer.Status.Should().Be(HttpStatusCode.Unauthorized);
        answer.ContentType.Should().Be("application/problem+json");
        _receiver.Recorder.Calls.Should().BeEmpty();
        _receiver.Messages.All.Should().ContainSingle(static message => message.Id == 3).Which.Text.Should().NotContain("21070000000");
        (await _receiver.PostAsync(s_key.Sign(s_event))).Status.Should().Be(HttpStatusCode.NoContent, "the service goes on");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_large_body_is_413_with_a_header_that_could_be_one_and_without(bool isToken)
    {
        var body = isToken ? s_key.SignText(s_key.Header.ToJsonString(), new byte[1024 * 1024]) : new byte[1024 * 1024 + 1];

        (await _receiver.PostAsync(body)).Status.Should().Be(HttpStatusCode.RequestEntityTooLarge);

        _receiver.Recorder.Calls.Should().BeEmpty();
    }

    [Theory]
    [InlineData(-24, null)]
    [InlineData(null, 24)]
    [InlineData(null, null)]
    public async Task A_token_may_be_as_old_as_the_last_delivery_that_Canvas_tries(int? expires, int? notBefore)
    {
        var token = s_key.Sign(s_event, null, claims =>
        {
            claims.Remove("exp");
            if (expires is { } exp)
            {
                claims["exp"] = SigningKey.Now.AddMinutes(exp).ToUnixTimeSeconds();
            }

            if (notBefore is { } nbf)
            {
                claims["nbf"] = SigningKey.Now.AddMinutes(nbf).ToUnixTimeSeconds();
            }
        });

        (await _receiver.PostAsync(token)).Status.Should().Be(HttpStatusCode.NoContent);
    }

    [Fact]
    public async Task The_check_is_a_service_of_its_own()
    {
        var signatures = _receiver.Services.GetRequiredService<CanvasSignatureValidator>();

        var right = await signatures.ValidateAsync(s_key.Sign(s_event));
        var wrong = await signatures.ValidateAsync(s_other.Sign(s_event));

        (right.IsValid, right.Failure).Should().Be((true, CanvasSignatureFailure.None));
        GradeEventSerializer.Deserialize(right.Utf8Json.Span).Should().Be(GradeEventSerializer.Deserialize(s_event));
        (wrong.IsValid, wrong.Failure).Should().Be((false, CanvasSignatureFailure.WrongSignature));
        wrong.Invoking(static result => result.Utf8Json).Should().Throw<InvalidOperationException>();
        (await signatures.ValidateAsync(s_event)).Failure.Should().Be(CanvasSignatureFailure.NotSigned);
        (await signatures.ValidateAsync(s_attacks["unknown kid"])).Failure.Should().Be(CanvasSignatureFailure.UnknownKey);
        (await signatures.ValidateAsync(s_attacks["expired"])).Failure.Should().Be(CanvasSignatureFailure.OutOfDate);
        (await signatures.ValidateAsync(s_attacks["crit"])).Failure.Should().Be(CanvasSignatureFailure.Malformed);
    }

    [Fact]
    public async Task The_members_of_the_event_stay_byte_for_byte()
    {
        var signatures = _receiver.Services.GetRequiredService<CanvasSignatureValidator>();
        const string Json = """{ "metadata" : {"iss":"not a claim","n":1.50e+3}, "iat":1, "body":{"exp":[1,2]},"iss":"Canvas" , "x":"\u00e9 \"exp\"" }""";

        var result = await signatures.ValidateAsync(s_key.SignText(s_key.Header.ToJsonString(), Encoding.UTF8.GetBytes(Json)));

        Encoding.UTF8.GetString(result.Utf8Json.Span).Should().Be("""{"metadata" : {"iss":"not a claim","n":1.50e+3},"body":{"exp":[1,2]},"x":"\u00e9 \"exp\""}""");
    }

    public async Task InitializeAsync() => _receiver = await Receiver.StartAsync(static options => options.SigningKeys.Add(s_key.Public));

    public async Task DisposeAsync() => await _receiver.DisposeAsync();

    private static string Text(byte[] token) => Encoding.ASCII.GetString(token);

    private static SignaturePart Part(SigningKey key)
    {
        var parts = Text(key.Sign(s_event)).Split('.');
        return new(parts[0], parts[2]);
    }

    private static byte[] SignedBy(string algorithm, byte[] secret)
    {
        var parts = Text(s_key.Sign(s_event, header => header["alg"] = algorithm)).Split('.');
        var signed = parts[0] + "." + parts[1];
        return Encoding.ASCII.GetBytes(signed + "." + SigningKey.Encode(HMACSHA256.HashData(secret, Encoding.ASCII.GetBytes(signed))));
    }

    private static byte[] SignedByAlgorithm(string algorithm, HashAlgorithmName hash, RSASignaturePadding padding)
    {
        var parts = Text(s_key.Sign(s_event, header => header["alg"] = algorithm)).Split('.');
        var signed = parts[0] + "." + parts[1];
        return Encoding.ASCII.GetBytes(signed + "." + SigningKey.Encode(s_key.Rsa.SignData(Encoding.ASCII.GetBytes(signed), hash, padding)));
    }

    private static byte[] Altered(int part)
    {
        var parts = Text(s_key.Sign(s_event)).Split('.');
        var middle = parts[part].Length / 2;
        parts[part] = parts[part][..middle] + (parts[part][middle] == 'A' ? 'B' : 'A') + parts[part][(middle + 1)..];
        return Encoding.ASCII.GetBytes(string.Join('.', parts));
    }

    /// <summary>As JSON has it.</summary>
    private sealed record SignaturePart(string @protected, string signature)
    {
        public string? payload { get; init; }
    }
}
