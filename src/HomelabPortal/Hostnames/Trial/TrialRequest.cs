using HomelabPortal.Desired;

namespace HomelabPortal.Hostnames.Trial;

/// <summary>A request that is thought through, never made.</summary>
/// <param name="Path">As a server sees it, without the query.</param>
public sealed record TrialRequest(Uri Url, string Host, string Path)
{
    private const int Longest = 2048;

    /// <summary>Reads what a person typed; a bare name means https. On failure the second part says what is wrong.</summary>
    public static (TrialRequest? Request, string? Fault) Read(string? text)
    {
        var typed = (text ?? "").Trim();
        if (typed.Length == 0)
            return (null, "An address is needed, for example https://sonarr.cowlab.org/api.");
        if (typed.Length > Longest)
            return (null, $"An address has at most {Longest} characters here.");
        if (!Uri.TryCreate(typed.Contains("://", StringComparison.Ordinal) ? typed : $"https://{typed}", UriKind.Absolute, out var url) || url.Host.Length == 0)
            return (null, $"“{typed}” is not an address. Give one such as https://sonarr.cowlab.org/api.");
        if (url.Scheme is not ("http" or "https"))
            return (null, "Only http and https addresses can be tried.");
        return Hostname.TryParse(url.IdnHost, out var host, out var fault)
            ? (new TrialRequest(url, host.Value, Uri.UnescapeDataString(url.AbsolutePath)), null)
            : (null, fault);
    }
}
