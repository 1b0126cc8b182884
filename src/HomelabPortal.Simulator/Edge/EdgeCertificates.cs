using System.Collections.Concurrent;
using System.Security.Cryptography.X509Certificates;
using HomelabPortal.Simulator.Cloudflare;
using HomelabPortal.Simulator.Hosting;

namespace HomelabPortal.Simulator.Edge;

/// <summary>The certificates that Cloudflare gives for nothing: one for each zone and its names one level down. For deeper names there is none.</summary>
internal sealed class EdgeCertificates(LabCertificates certificates) : IDisposable
{
    private readonly ConcurrentDictionary<string, X509Certificate2> _issued = new();

    /// <summary>Null ends the handshake, as the real edge does.</summary>
    public X509Certificate2? Of(string? name, CloudflareState state)
    {
        if (string.IsNullOrEmpty(name))
            return certificates.Server;
        string? zone;
        lock (state.Gate)
            zone = state.Zones.Select(candidate => candidate.Name).FirstOrDefault(candidate => Covers(candidate, name));
        return zone is null ? null : _issued.GetOrAdd(zone, found => certificates.Issue(found, $"*.{found}"));
    }

    public void Dispose()
    {
        foreach (var certificate in _issued.Values)
            certificate.Dispose();
    }

    private static bool Covers(string zone, string name) =>
        name == zone || (name.EndsWith("." + zone, StringComparison.OrdinalIgnoreCase) && !name[..^(zone.Length + 1)].Contains('.'));
}
