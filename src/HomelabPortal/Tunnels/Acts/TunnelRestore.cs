using System.Text.Json.Nodes;
using HomelabPortal.Access;
using HomelabPortal.Access.Authority;
using HomelabPortal.Cloudflare;
using HomelabPortal.Desired;
using HomelabPortal.Lab;
using HomelabPortal.Platform;
using HomelabPortal.Tunnels.History;
using HomelabPortal.Tunnels.Reading;
using HomelabPortal.Tunnels.Writing;

namespace HomelabPortal.Tunnels.Acts;

/// <summary>Puts a kept version of a document back as it was, rules of others included: a person orders that, so it is no taking over.</summary>
internal sealed class TunnelRestore(
    ActionRunner runner, TunnelAccount account, DesiredStore desired, TunnelDocumentHistory history, TunnelTurns turns, ContentionWatch contention, Signal look)
{
    /// <param name="basedOn">The version that the person saw as the newest; nothing is written upon another.</param>
    public async Task<ActionOutcome> RestoreAsync(string tunnelId, string name, int version, int basedOn, Actor actor, CancellationToken cancellationToken)
    {
        var outcome = await runner.RunAsync(Act.Publish, $"Restore version {version} of the rules of the tunnel {name}", actor, async cancellation =>
        {
            if (desired.Current.AreTunnelsClosed)
                throw new DesiredConflictException("The tunnels are closed. Open them again before you restore rules.");
            var kept = await history.FindAsync(tunnelId, version, cancellation) ?? throw new DesiredConflictException($"Version {version} is not kept any more.");
            try
            {
                await turns.RunAsync(tunnelId, () => WriteAsync(tunnelId, kept.Document, basedOn, cancellation), cancellation);
                await contention.InsistAsync(tunnelId, cancellation);
            }
            catch (CloudflareApiException fault)
            {
                throw CloudflareFaults.Exception(fault);
            }
        }, cancellationToken);
        if (outcome.Succeeded)
            look.Raise();
        return outcome;
    }

    private async Task<int> WriteAsync(string tunnelId, JsonObject document, int basedOn, CancellationToken cancellationToken)
    {
        var client = account.Client;
        var accountId = await account.FindIdAsync(cancellationToken);
        var current = await client.GetTunnelConfigurationAsync(accountId, tunnelId, cancellationToken);
        await history.KeepAsync(tunnelId, current.Version, current.Document, isOurs: false, cancellationToken);
        if (current.Version != basedOn)
            throw new DesiredConflictException($"The rules changed meanwhile: the newest version is {current.Version}, not {basedOn}. Look at the difference again.", isStale: true);
        var written = await client.PutTunnelConfigurationAsync(accountId, tunnelId, document, cancellationToken);
        await history.KeepAsync(tunnelId, written.Version, written.Document, isOurs: true, cancellationToken);
        return written.Version;
    }
}
