using HomelabPortal.Platform;

namespace HomelabPortal.Lab;

internal sealed class CloudflareOptions : IValidatedOptions
{
    public static string Section => "Cloudflare";

    public string? ApiToken { get; set; }

    /// <summary>A mounted file that holds the token, instead of <see cref="ApiToken"/>.</summary>
    public string? ApiTokenFile { get; set; }

    public string? AccountId { get; set; }

    public Uri BaseAddress { get; set; } = new("https://api.cloudflare.com/client/v4/");

    /// <summary>Most calls in five minutes. Cloudflare allows a user 1200, the dashboard and other tokens included.</summary>
    public int CallsPerFiveMinutes { get; set; } = 300;

    public IEnumerable<string> Faults()
    {
        if (ApiToken is { Length: > 0 } && ApiTokenFile is { Length: > 0 })
            yield return "Cloudflare:ApiToken and Cloudflare:ApiTokenFile are both set. Keep one.";
        if (ApiTokenFile is { Length: > 0 } && !File.Exists(ApiTokenFile))
            yield return $"Cloudflare:ApiTokenFile {ApiTokenFile} does not exist.";
        if (CallsPerFiveMinutes is < 30 or > 1200)
            yield return $"Cloudflare:CallsPerFiveMinutes {CallsPerFiveMinutes} is not between 30 and 1200. Cloudflare allows a user 1200, shared with the dashboard.";
        if (!BaseAddress.IsAbsoluteUri || BaseAddress.Scheme is not ("https" or "http"))
            yield return $"Cloudflare:BaseAddress {BaseAddress} is not an http(s) address.";
        else if (BaseAddress.Scheme == "http" && !BaseAddress.IsLoopback)
            yield return "Cloudflare:BaseAddress would send the token unencrypted. Use https.";
    }

    /// <summary>The token from either key, or null when none is set.</summary>
    public string? ReadToken()
    {
        var token = ApiTokenFile is { Length: > 0 } file ? File.ReadAllText(file) : ApiToken;
        return string.IsNullOrWhiteSpace(token) ? null : token.Trim();
    }
}
