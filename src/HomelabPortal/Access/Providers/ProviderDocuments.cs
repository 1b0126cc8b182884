using System.Collections.Immutable;
using System.Text.Json;
using HomelabPortal.Access.Assertions;

namespace HomelabPortal.Access.Providers;

/// <summary>Reads what providers answer. Strictly where it decides who somebody is.</summary>
internal static class ProviderDocuments
{
    private const int MostText = 2048;
    private const int MostToken = 16 * 1024;
    private const int MostSubject = 255;
    private const int MostGroups = 2000;

    /// <summary>OpenID Connect Discovery 1.0; null when it is none, is another issuer's, or would send secrets in the clear.</summary>
    public static ProviderEndpoints? Discovery(byte[] json, string issuer)
    {
        if (StrictJson.ReadObject(json) is not { } root || StrictJson.Text(root, "issuer", MostText)?.TrimEnd('/') != issuer.TrimEnd('/'))
            return null;
        return Address(root, "authorization_endpoint") is { } authorization && Address(root, "token_endpoint") is { } token && Address(root, "userinfo_endpoint") is { } userInfo
            ? new ProviderEndpoints(authorization, token, userInfo, Address(root, "jwks_uri"))
            : null;
    }

    public static ProviderTokens? Tokens(byte[] json) =>
        StrictJson.ReadObject(json) is { } root
        && StrictJson.Text(root, "access_token", MostToken) is { } access
        && string.Equals(StrictJson.Text(root, "token_type", MostText), "bearer", StringComparison.OrdinalIgnoreCase)
            ? new ProviderTokens(access, StrictJson.Text(root, "refresh_token", MostToken)) { Identity = StrictJson.Text(root, "id_token", MostToken) }
            : null;

    /// <summary>Userinfo; null without a subject, or when the groups are no list of names.</summary>
    public static ProviderPerson? Person(byte[] json, string groupsClaim)
    {
        if (StrictJson.ReadObject(json) is not { } root || StrictJson.Text(root, "sub", MostSubject) is not { } subject || subject.Any(c => c is <= ' ' or > '~'))
            return null;
        return Groups(root, groupsClaim) is { } groups ? new ProviderPerson(subject, StrictJson.Text(root, "preferred_username", MostText), groups) : null;
    }

    private static ImmutableArray<string>? Groups(JsonElement root, string claim)
    {
        if (!root.TryGetProperty(claim, out var member) || member.ValueKind == JsonValueKind.Null)
            return [];
        if (member.ValueKind != JsonValueKind.Array || member.GetArrayLength() > MostGroups)
            return null;
        var all = member.EnumerateArray().Select(item => StrictJson.Text(item, MostText)).OfType<string>().ToImmutableArray();
        return all.Length == member.GetArrayLength() ? all : null;
    }

    private static Uri? Address(JsonElement root, string name) =>
        StrictJson.Text(root, name, MostText) is { } text && ProviderAddress.IsSafe(text) ? new Uri(text) : null;
}
