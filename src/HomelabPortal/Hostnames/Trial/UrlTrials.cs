using HomelabPortal.Hostnames.Watching;

namespace HomelabPortal.Hostnames.Trial;

/// <summary>Tries an address on the lab as it stands now; nothing is sent.</summary>
internal sealed class UrlTrials(HostnameSources sources)
{
    public (TrialResult? Result, string? Fault) Try(string? url, string? tunnelId = null)
    {
        var (request, fault) = TrialRequest.Read(url);
        return request is null ? (null, fault) : (UrlTrial.Run(request, string.IsNullOrEmpty(tunnelId) ? null : tunnelId, sources.Read()), null);
    }
}
