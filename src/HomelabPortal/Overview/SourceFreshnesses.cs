using System.Collections.Immutable;
using HomelabPortal.Cluster;
using HomelabPortal.Gpu;
using HomelabPortal.Platform;
using HomelabPortal.Reconcile;
using HomelabPortal.Ui.Shell;
using HomelabPortal.Ui.State;

namespace HomelabPortal.Overview;

/// <summary>Pure: how fresh the picture of each outside system is, in the words of the rail.</summary>
internal static class SourceFreshnesses
{
    public const string Kubernetes = "Kubernetes";

    public static ImmutableArray<SourceFreshness> Of(
        LiveValue<ClusterState> cluster, LiveValue<DockerState> docker, ReconcileStatus reconcile, bool isCloudflareConnected) =>
    [
        OfCluster(cluster),
        OfCloudflare(reconcile, isCloudflareConnected),
        .. docker.Value.Hosts.Select(OfDockerHost),
    ];

    private static SourceFreshness OfCluster(LiveValue<ClusterState> cluster)
    {
        if (!cluster.Value.IsConnected)
            return new(Kubernetes, HealthState.Off, null, "not set up", cluster.Value.Help);
        if (cluster.IsLoading)
            return new(Kubernetes, HealthState.Progressing, null, "connecting", null);
        return cluster.Fault is { } fault
            ? new(Kubernetes, HealthState.Unknown, cluster.AsOf, cluster.AsOf is null ? "unreachable" : null, fault)
            : new(Kubernetes, HealthState.Healthy, null, "live", cluster.Value.Version);
    }

    private static SourceFreshness OfCloudflare(ReconcileStatus reconcile, bool isConnected)
    {
        if (!isConnected)
            return new("Cloudflare", HealthState.Off, null, "not set up", null);
        var targets = reconcile.Targets.Where(target => target.Name is "dns" or "tunnel").ToList();
        if (targets.Count == 0)
            return new("Cloudflare", HealthState.Progressing, null, "connecting", null);
        if (targets.FirstOrDefault(target => target.Fault is not null) is not { Fault: { } fault })
            return new("Cloudflare", HealthState.Healthy, targets.Min(target => target.LookedAt), null, null);
        var state = fault.Kind == FaultKind.NeedsPerson ? HealthState.Broken : HealthState.Unknown;
        return new("Cloudflare", state, null, state == HealthState.Broken ? "needs you" : "unreachable", fault.Message);
    }

    private static SourceFreshness OfDockerHost(DockerHostState host) => host switch
    {
        { Fault: { } fault } => new(host.Name, HealthState.Unknown, host.AsOf, host.AsOf is null ? "unreachable" : null, fault),
        { AsOf: { } asOf } => new(host.Name, HealthState.Healthy, asOf, null, $"{host.Containers.Length} containers"),
        _ => new(host.Name, HealthState.Progressing, null, "connecting", null),
    };
}
