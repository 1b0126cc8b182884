using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text.Json;

namespace HomelabPortal.Access.Assertions;

/// <summary>Reads an issuer's published keys (RFC 7517) and keeps those that can check a signature. The others are left out, not an error.</summary>
internal static class KeySetParser
{
    public const int MostBytes = 256 * 1024;
    private const int MostKeys = 50;
    private const int MostText = 2048;
    private const int LeastModulusBytes = 256;
    private const int MostModulusBytes = 1024;

    /// <summary>The keys by their id, or null when the document is no key set.</summary>
    public static ImmutableDictionary<string, AssertionKey>? Parse(ReadOnlyMemory<byte> json)
    {
        if (json.Length > MostBytes || StrictJson.ReadObject(json) is not { } root)
            return null;
        if (!root.TryGetProperty("keys", out var list) || list.ValueKind != JsonValueKind.Array || list.GetArrayLength() > MostKeys)
            return null;
        var keys = ImmutableDictionary.CreateBuilder<string, AssertionKey>();
        foreach (var item in list.EnumerateArray().Where(item => item.ValueKind == JsonValueKind.Object))
        {
            if (StrictJson.Text(item, "kid", MostText) is { } id && KeyOf(item) is { } key)
                keys.TryAdd(id, key);
        }

        return keys.ToImmutable();
    }

    private static AssertionKey? KeyOf(JsonElement item)
    {
        if (item.TryGetProperty("use", out var use) && StrictJson.Text(use, MostText) != "sig")
            return null;
        var algorithm = item.TryGetProperty("alg", out var alg) ? StrictJson.Text(alg, MostText) ?? "odd" : null;
        try
        {
            return (StrictJson.Text(item, "kty", MostText), algorithm) switch
            {
                ("RSA", null or "RS256") => RsaOf(item),
                ("EC", null or "ES256") => EllipticOf(item),
                _ => null,
            };
        }
        catch (CryptographicException)
        {
            // Numbers that are no key, such as a point beside the curve.
            return null;
        }
    }

    private static RsaAssertionKey? RsaOf(JsonElement item)
    {
        if (Bytes(item, "n") is not { Length: >= LeastModulusBytes and <= MostModulusBytes } modulus || Bytes(item, "e") is not { Length: <= 4 } exponent)
            return null;
        var key = new RsaAssertionKey(new RSAParameters { Modulus = modulus, Exponent = exponent });
        using (RSA.Create(key.Parameters))
            return key;
    }

    private static EllipticAssertionKey? EllipticOf(JsonElement item)
    {
        if (StrictJson.Text(item, "crv", MostText) != "P-256" || Bytes(item, "x") is not { Length: 32 } x || Bytes(item, "y") is not { Length: 32 } y)
            return null;
        var key = new EllipticAssertionKey(new ECParameters { Curve = ECCurve.NamedCurves.nistP256, Q = new ECPoint { X = x, Y = y } });
        using (ECDsa.Create(key.Parameters))
            return key;
    }

    private static byte[]? Bytes(JsonElement item, string name) =>
        StrictJson.Text(item, name, MostText) is { } text ? StrictBase64Url.Decode(text) : null;
}
