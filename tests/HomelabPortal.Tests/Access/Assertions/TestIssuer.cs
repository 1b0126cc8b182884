using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace HomelabPortal.Tests.Access.Assertions;

/// <summary>Signs assertions, good ones and every kind of bad one, and publishes its keys.</summary>
internal sealed class TestIssuer : IDisposable
{
    public const string Name = "https://lab.cloudflareaccess.com";
    public static readonly string Audience = new('a', 64);
    // Making one takes a while; a stranger makes another.
    private static readonly RSAParameters _shared = RSA.Create(2048).ExportParameters(true);
    private readonly RSA _rsa;
    private readonly ECDsa _elliptic = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    public TestIssuer(bool stranger = false) => _rsa = stranger ? RSA.Create(2048) : RSA.Create(_shared);

    public string RsaKeyId { get; set; } = "rsa-1";

    public string EllipticKeyId { get; set; } = "ec-1";

    /// <summary>The RSA key as it is published, which an attacker has too.</summary>
    public byte[] PublicPem => Encoding.ASCII.GetBytes(_rsa.ExportSubjectPublicKeyInfoPem());

    public string KeySet()
    {
        var rsa = _rsa.ExportParameters(false);
        var elliptic = _elliptic.ExportParameters(false);
        return new JsonObject
        {
            ["keys"] = new JsonArray(
                new JsonObject { ["kty"] = "RSA", ["kid"] = RsaKeyId, ["use"] = "sig", ["alg"] = "RS256", ["n"] = Text(rsa.Modulus!), ["e"] = Text(rsa.Exponent!) },
                new JsonObject { ["kty"] = "EC", ["kid"] = EllipticKeyId, ["crv"] = "P-256", ["x"] = Text(elliptic.Q.X!), ["y"] = Text(elliptic.Q.Y!) }),
        }.ToJsonString();
    }

    public static JsonObject Claims(DateTimeOffset now) => new()
    {
        ["iss"] = Name,
        ["aud"] = new JsonArray(Audience),
        ["sub"] = "7335d417-61da-459d-899c-0a01c76a2f94",
        ["iat"] = now.ToUnixTimeSeconds(),
        ["nbf"] = now.ToUnixTimeSeconds(),
        ["exp"] = now.AddMinutes(10).ToUnixTimeSeconds(),
    };

    public JsonObject Header(string algorithm = "RS256") => new() { ["alg"] = algorithm, ["kid"] = algorithm == "ES256" ? EllipticKeyId : RsaKeyId, ["typ"] = "JWT" };

    public string Sign(DateTimeOffset now, Action<JsonObject>? claims = null, Action<JsonObject>? header = null, string algorithm = "RS256")
    {
        var (head, body) = (Header(algorithm), Claims(now));
        header?.Invoke(head);
        claims?.Invoke(body);
        return SignText(head.ToJsonString(), body.ToJsonString(), algorithm);
    }

    public string SignText(string header, string payload, string algorithm = "RS256")
    {
        var text = $"{Text(Encoding.UTF8.GetBytes(header))}.{Text(Encoding.UTF8.GetBytes(payload))}";
        return $"{text}.{Text(SignatureOf(Encoding.ASCII.GetBytes(text), algorithm))}";
    }

    public void Dispose()
    {
        _rsa.Dispose();
        _elliptic.Dispose();
    }

    private byte[] SignatureOf(byte[] text, string algorithm) => algorithm switch
    {
        "ES256" => _elliptic.SignData(text, HashAlgorithmName.SHA256),
        "HS256" => HMACSHA256.HashData(PublicPem, text),
        "none" => [],
        "PS256" => _rsa.SignData(text, HashAlgorithmName.SHA256, RSASignaturePadding.Pss),
        _ => _rsa.SignData(text, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1),
    };

    private static string Text(byte[] bytes) => Base64Url.EncodeToString(bytes);
}
