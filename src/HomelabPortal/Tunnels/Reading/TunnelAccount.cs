using HomelabPortal.Cloudflare;
using HomelabPortal.Lab;
using HomelabPortal.Reconcile;

namespace HomelabPortal.Tunnels.Reading;

/// <summary>The account that tunnels belong to: the configured one, or the only one whose zones the token sees.</summary>
internal sealed class TunnelAccount(LabConnections connections)
{
    private string? _found;

    public CloudflareClient Client =>
        connections.Cloudflare ?? throw new TargetException(new TargetFault(FaultKind.NotConnected, LabConnections.CloudflareHelp));

    /// <exception cref="TargetException">There is no such account, or more than one.</exception>
    public async Task<string> FindIdAsync(CancellationToken cancellationToken)
    {
        if (connections.CloudflareAccountId is { } configured)
            return configured;
        if (_found is not null)
            return _found;
        var zones = await Client.ListZonesAsync(cancellationToken);
        var accounts = zones.Select(zone => zone.Account?.Id).OfType<string>().Distinct().ToList();
        return accounts is [var only]
            ? _found = only
            : throw new TargetException(new TargetFault(FaultKind.NeedsPerson, accounts.Count == 0
                ? "The Cloudflare account is not known, because the token sees no zone. Set Cloudflare:AccountId."
                : "The token sees zones of several Cloudflare accounts. Set Cloudflare:AccountId to the one with the tunnel."));
    }
}
