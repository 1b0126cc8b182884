using HomelabPortal.Access;
using HomelabPortal.Access.Authority;
using HomelabPortal.Cloudflare;
using HomelabPortal.Desired;
using HomelabPortal.Dns;
using HomelabPortal.Lab;
using HomelabPortal.Platform;
using HomelabPortal.Reconcile;
using HomelabPortal.Tunnels.History;
using HomelabPortal.Tunnels.Reading;

namespace HomelabPortal.Tunnels.Acts;

/// <summary>What a person orders of tunnels themselves, once. Tokens of connectors pass through and are kept nowhere.</summary>
internal sealed class TunnelActs(
    ActionRunner runner, TunnelAccount account, DesiredStore desired, Live<TunnelState> tunnels, Live<DnsState> dns, ContentionWatch contention, Signal look)
{
    /// <summary>Makes a tunnel.</summary>
    public async Task<(ActionOutcome Outcome, NewTunnel? Made)> CreateAsync(string name, Actor actor, CancellationToken cancellationToken)
    {
        NewTunnel? made = null;
        var outcome = await RunAsync(Act.EditTunnels, $"Create the tunnel {name}", actor, async (client, accountId, cancellation) => made = await CreateAsync(client, accountId, name, cancellation), cancellationToken);
        return (outcome, made);
    }

    /// <summary>The connector token; whoever has it gets the tunnel's visitors.</summary>
    public async Task<(ActionOutcome Outcome, ConnectorToken? Token)> ReadTokenAsync(string tunnelId, Actor actor, CancellationToken cancellationToken)
    {
        ConnectorToken? token = null;
        var outcome = await RunAsync(
            Act.ReadTunnelToken, $"Show the connector token of the tunnel {NameOf(tunnelId)}", actor,
            async (client, accountId, cancellation) => token = await client.GetTunnelTokenAsync(accountId, tunnelId, cancellation), cancellationToken);
        return (outcome, token);
    }

    public Task<ActionOutcome> CleanUpAsync(string tunnelId, Actor actor, CancellationToken cancellationToken) => RunAsync(
        Act.EditTunnels, $"Clean up the connections of the tunnel {NameOf(tunnelId)}", actor,
        (client, accountId, cancellation) => client.CleanUpConnectionsAsync(accountId, tunnelId, null, cancellation), cancellationToken);

    public Task<ActionOutcome> DeleteAsync(string tunnelId, Actor actor, CancellationToken cancellationToken) => RunAsync(
        Act.DeleteTunnel, $"Delete the tunnel {NameOf(tunnelId)}", actor,
        async (client, accountId, cancellation) =>
        {
            if (WhyNotDelete(tunnelId) is { } why)
                throw new DesiredConflictException(why);
            await client.DeleteTunnelAsync(accountId, tunnelId, cancellation);
        },
        cancellationToken);

    /// <summary>The portal goes on writing its rules although somebody undoes them.</summary>
    public Task<ActionOutcome> InsistAsync(string tunnelId, Actor actor, CancellationToken cancellationToken) => runner.RunAsync(
        Act.Publish, $"Insist on the rules of the tunnel {NameOf(tunnelId)}", actor,
        async cancellation =>
        {
            await contention.InsistAsync(tunnelId, cancellation);
            look.Raise();
        },
        cancellationToken);

    public string? WhyNotDelete(string tunnelId) => TunnelDeletion.WhyNot(tunnelId, tunnels.Current, dns.Current, desired.Current);

    private string NameOf(string tunnelId) => tunnels.Current.Value.Find(tunnelId)?.Name ?? tunnelId;

    private async Task<ActionOutcome> RunAsync(
        Act act, string words, Actor actor, Func<CloudflareClient, string, CancellationToken, Task> run, CancellationToken cancellationToken)
    {
        var outcome = await runner.RunAsync(act, words, actor, async cancellation =>
        {
            try
            {
                await run(account.Client, await account.FindIdAsync(cancellation), cancellation);
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

    private static async Task<NewTunnel> CreateAsync(CloudflareClient client, string accountId, string name, CancellationToken cancellationToken)
    {
        try
        {
            var created = await client.CreateTunnelAsync(accountId, name, cancellationToken);
            var token = created.Token ?? await client.GetTunnelTokenAsync(accountId, created.Tunnel.Id, cancellationToken);
            return new NewTunnel(created.Tunnel.Id, name, token.Value);
        }
        catch (CloudflareApiException fault) when (fault.Kind == CloudflareErrorKind.NameTaken)
        {
            var there = (await client.ListTunnelsAsync(accountId, cancellationToken)).FirstOrDefault(tunnel => tunnel.Name == name);
            throw new NameTakenException(name, there?.Id);
        }
    }
}
