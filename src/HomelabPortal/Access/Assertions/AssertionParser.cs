using System.Collections.Immutable;
using System.Text;
using System.Text.Json;

namespace HomelabPortal.Access.Assertions;

/// <summary>
/// Takes a JWT in compact form apart. It is strict on purpose: what two parsers could read differently is refused,
/// and the algorithm is one of two or the assertion is none, so "none" and keyed hashes cannot even be expressed.
/// </summary>
internal static class AssertionParser
{
    public const int MostLength = 16 * 1024;
    private const int MostText = 512;
    private const int MostAudiences = 20;
    private const double LastSecond = 253_402_300_799;

    /// <summary>The parts, or null when it is not an assertion.</summary>
    public static SignedAssertion? Parse(string text)
    {
        if (text.Length > MostLength || text.Split('.', 4) is not [var header, var payload, var signature])
            return null;
        if (Object(header) is not { } head || Object(payload) is not { } body || StrictBase64Url.Decode(signature) is not { } signed)
            return null;
        return AlgorithmOf(head) is { } algorithm
            && StrictJson.Text(head, "kid", MostText) is { } key
            && IsPlain(head)
            && ClaimsOf(body) is { } claims
            ? new SignedAssertion(algorithm, key, claims, Encoding.ASCII.GetBytes(text, 0, header.Length + 1 + payload.Length), signed)
            : null;
    }

    private static JsonElement? Object(string part) => StrictBase64Url.Decode(part) is { } json ? StrictJson.ReadObject(json) : null;

    private static AssertionAlgorithm? AlgorithmOf(JsonElement header) => StrictJson.Text(header, "alg", MostText) switch
    {
        "RS256" => AssertionAlgorithm.RS256,
        "ES256" => AssertionAlgorithm.ES256,
        _ => null,
    };

    /// <summary>No extension that must be understood, and no other kind of token.</summary>
    private static bool IsPlain(JsonElement header) =>
        !header.TryGetProperty("crit", out _)
        && !header.TryGetProperty("b64", out _)
        && (!header.TryGetProperty("typ", out var type) || string.Equals(StrictJson.Text(type, MostText), "JWT", StringComparison.OrdinalIgnoreCase));

    private static AssertionClaims? ClaimsOf(JsonElement body)
    {
        if (StrictJson.Text(body, "iss", MostText) is not { } issuer || StrictJson.Text(body, "sub", MostText) is not { } subject)
            return null;
        if (AudiencesOf(body) is not { } audiences || !TryTime(body, "exp", out var expires) || expires is not { } expiresAt)
            return null;
        if (!TryTime(body, "nbf", out var notBefore) || !TryTime(body, "iat", out var issuedAt) || !TryTime(body, "auth_time", out var provedAt))
            return null;
        return new AssertionClaims
        {
            Issuer = issuer, Subject = subject, Audiences = audiences, ExpiresAt = expiresAt,
            NotBefore = notBefore, IssuedAt = issuedAt, ProvedAt = provedAt, Nonce = StrictJson.Text(body, "nonce", MostText),
        };
    }

    private static ImmutableArray<string>? AudiencesOf(JsonElement body)
    {
        if (!body.TryGetProperty("aud", out var member))
            return null;
        if (StrictJson.Text(member, MostText) is { } one)
            return [one];
        if (member.ValueKind != JsonValueKind.Array || member.GetArrayLength() is 0 or > MostAudiences)
            return null;
        var all = member.EnumerateArray().Select(item => StrictJson.Text(item, MostText)).OfType<string>().ToImmutableArray();
        return all.Length == member.GetArrayLength() ? all : null;
    }

    /// <summary>False when the member is there and is no moment; a missing one is null.</summary>
    private static bool TryTime(JsonElement body, string name, out DateTimeOffset? at)
    {
        at = null;
        if (!body.TryGetProperty(name, out var member))
            return true;
        if (member.ValueKind != JsonValueKind.Number || !member.TryGetDouble(out var seconds) || seconds is not (>= 0 and <= LastSecond))
            return false;
        at = DateTimeOffset.FromUnixTimeSeconds((long)seconds);
        return true;
    }
}
