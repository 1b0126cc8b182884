using HomelabPortal.Tunnels.History;
using HomelabPortal.Tunnels.Planning;
using HomelabPortal.Tunnels.Reading;
using System.Collections.Immutable;
using HomelabPortal.Cloudflare;
using HomelabPortal.Lab;
using HomelabPortal.Platform;
using HomelabPortal.Reconcile;
using Microsoft.Extensions.Options;

namespace HomelabPortal.Tunnels.Writing;

/// <summary>The documents of the account's tunnels as the reconciler sees them.</summary>
internal sealed class TunnelTarget(
    TunnelAccount account, TunnelDocumentHistory history, ContentionWatch contention, TunnelTurns turns, Live<TunnelState> live,
    IOptions<TunnelOptions> options, TimeProvider time) : ITarget
{
    public string Name => TunnelView.Target;

    public (ChangeStage Withdraw, ChangeStage Build) Stages => (ChangeStage.WithdrawTunnel, ChangeStage.BuildTunnel);

    /// <summary>Every look is published, so that pages show what plans are made from.</summary>
    public async Task<ITargetView> ObserveAsync(CancellationToken cancellationToken)
    {
        try
        {
            var client = account.Client.For(RequestPriority.Verify);
            var accountId = await account.FindIdAsync(cancellationToken);
            var state = await new TunnelLook(client, history, contention).ReadAsync(accountId, options.Value.Id, cancellationToken);
            live.Publish(state);
            return new TunnelView(state);
        }
        catch (CloudflareApiException fault)
        {
            live.PublishFault(fault.Message);
            throw CloudflareFaults.Exception(fault);
        }
        catch (TargetException fault)
        {
            live.PublishFault(fault.Fault.Message);
            throw;
        }
    }

    public async Task<ImmutableArray<ChangeOutcome>> ApplyAsync(ImmutableArray<Change> batch, CancellationToken cancellationToken)
    {
        var outcomes = ImmutableArray.CreateBuilder<ChangeOutcome>(batch.Length);
        outcomes.AddRange(batch.Where(change => change.Kind == ChangeKind.Release).Select(change => ChangeOutcome.Applied(change, null)));
        foreach (var tunnel in batch.Where(change => change.Kind != ChangeKind.Release).GroupBy(change => change.RemoteId!))
            outcomes.AddRange(await turns.RunAsync(tunnel.Key, () => WriteAsync(tunnel.Key, [.. tunnel], cancellationToken), cancellationToken));
        return outcomes.ToImmutable();
    }

    public async Task<ReadBack> ReadBackAsync(Change change, CancellationToken cancellationToken)
    {
        if (change.Kind == ChangeKind.Release)
            return ReadBack.Gone;
        try
        {
            var accountId = await account.FindIdAsync(cancellationToken);
            var now = await account.Client.GetTunnelConfigurationAsync(accountId, change.RemoteId!, cancellationToken);
            if (!TunnelDocument.Holds(now.Document, change))
                return ReadBack.NotDone;
            return TunnelWriter.EntryOf(change) is { } entry ? ReadBack.Done(entry) : ReadBack.Gone;
        }
        catch (CloudflareApiException fault)
        {
            throw CloudflareFaults.Exception(fault);
        }
    }

    private async Task<IReadOnlyList<ChangeOutcome>> WriteAsync(string tunnelId, ImmutableArray<Change> changes, CancellationToken cancellationToken)
    {
        try
        {
            var accountId = await account.FindIdAsync(cancellationToken);
            return await new TunnelWriter(account.Client, history, time).WriteAsync(accountId, tunnelId, changes, cancellationToken);
        }
        catch (CloudflareApiException fault)
        {
            return [.. changes.Select(change => ChangeOutcome.Failed(change, CloudflareFaults.Of(fault)))];
        }
    }
}
