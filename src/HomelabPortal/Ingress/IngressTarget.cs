using System.Collections.Immutable;
using HomelabPortal.Kubernetes;
using HomelabPortal.Lab;
using HomelabPortal.Reconcile;
using Microsoft.Extensions.Options;

namespace HomelabPortal.Ingress;

/// <summary>Kubernetes as the reconciler sees it: one object at a time, each write bound to what was planned upon.</summary>
internal sealed class IngressTarget(LabConnections connections, IOptions<IngressOptions> options) : ITarget
{
    public string Name => IngressView.Target;

    public (ChangeStage Withdraw, ChangeStage Build) Stages => (ChangeStage.WithdrawRoute, ChangeStage.BuildRoute);

    public async Task<ITargetView> ObserveAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await IngressObserver.ObserveAsync(Client, options.Value.TraefikService, cancellationToken);
        }
        catch (KubernetesApiException fault)
        {
            throw KubernetesFaults.Exception(fault);
        }
    }

    public async Task<ImmutableArray<ChangeOutcome>> ApplyAsync(ImmutableArray<Change> batch, CancellationToken cancellationToken)
    {
        var writer = new ManifestWriter(Client);
        var outcomes = ImmutableArray.CreateBuilder<ChangeOutcome>(batch.Length);
        foreach (var change in InOrder(batch))
            outcomes.Add(await ApplyAsync(writer, change, cancellationToken));
        return outcomes.ToImmutable();
    }

    public async Task<ReadBack> ReadBackAsync(Change change, CancellationToken cancellationToken)
    {
        try
        {
            return await new ManifestWriter(Client).ReadBackAsync(change, cancellationToken);
        }
        catch (KubernetesApiException fault)
        {
            throw KubernetesFaults.Exception(fault);
        }
    }

    private KubernetesClient Client =>
        connections.Kubernetes ?? throw new TargetException(new TargetFault(FaultKind.NotConnected, connections.KubernetesHelp));

    private async Task<ChangeOutcome> ApplyAsync(ManifestWriter writer, Change change, CancellationToken cancellationToken)
    {
        try
        {
            return await writer.WriteAsync(change, cancellationToken);
        }
        catch (KubernetesApiException fault) when (KubernetesFaults.IsUncertain(fault))
        {
            return await SettleAsync(change, KubernetesFaults.Of(fault), cancellationToken);
        }
        catch (KubernetesApiException fault)
        {
            return ChangeOutcome.Failed(change, KubernetesFaults.Of(fault));
        }
    }

    /// <summary>The answer was lost: only reading tells whether the write was done.</summary>
    private async Task<ChangeOutcome> SettleAsync(Change change, TargetFault fault, CancellationToken cancellationToken)
    {
        try
        {
            var readBack = await ReadBackAsync(change, cancellationToken);
            return readBack.HasTakenEffect ? ChangeOutcome.Applied(change, readBack.Entry) : ChangeOutcome.Failed(change, fault);
        }
        catch (TargetException)
        {
            return ChangeOutcome.Uncertain(change, fault);
        }
    }

    /// <summary>A Service before the route that names it, and after it on the way out.</summary>
    private static IEnumerable<Change> InOrder(IEnumerable<Change> batch) => batch
        .OrderBy(change => change.Stage)
        .ThenBy(change => (change.After is null ? -1 : 1) * Rank(change.Key.Kind));

    private static int Rank(string kind) => ManifestTypes.Written.Select(type => type.Kind).ToList().IndexOf(kind);
}
