using System.Collections.Concurrent;
using System.Collections.Immutable;
using HomelabPortal.Dns;
using HomelabPortal.Platform;

namespace HomelabPortal.Tunnels.History;

/// <summary>Asks the stored versions for disputes.</summary>
internal sealed class ContentionWatch(TunnelDocumentHistory history, InsistBook insisted, Live<DnsState> dns)
{
    private const int Looked = 16;
    private readonly ConcurrentDictionary<string, Judgement> _judged = new();

    /// <summary>What was found at a version, good until there is another or somebody insists.</summary>
    private sealed record Judgement(int Version, DateTimeOffset? InsistedAt, ImmutableArray<ContendedRule> Rules);

    /// <summary>The portal goes on writing its rules; the count begins anew.</summary>
    public Task InsistAsync(string tunnelId, CancellationToken cancellationToken) => insisted.InsistAsync(tunnelId, cancellationToken);

    public async Task<ImmutableArray<ContendedRule>> FindAsync(string tunnelId, int version, CancellationToken cancellationToken)
    {
        var since = await insisted.FindAsync(tunnelId, cancellationToken);
        if (_judged.TryGetValue(tunnelId, out var known) && known.Version == version && known.InsistedAt == since)
            return known.Rules;
        var versions = await history.ReadAsync(tunnelId, Looked, cancellationToken);
        var rules = Contention.Of(tunnelId, versions, since, (ours, theirs) => LikelyWriter.Of(ours, theirs, HasControllerClaim));
        _judged[tunnelId] = new Judgement(version, since, rules);
        return rules;
    }

    private bool HasControllerClaim => dns.Current.Value.Zones.SelectMany(zone => zone.Records)
        .Any(record => record.Value.Type == "TXT" && record.Name.StartsWith("_ctic_managed.", StringComparison.OrdinalIgnoreCase));
}
