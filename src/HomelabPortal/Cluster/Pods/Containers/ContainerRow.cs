using HomelabPortal.Kubernetes;
using HomelabPortal.Ui.State;

namespace HomelabPortal.Cluster.Pods.Containers;

/// <summary>One container of a pod as its page shows it.</summary>
/// <param name="Role">"", "init" or "sidecar".</param>
/// <param name="Detail">What there is to say of its state, in one sentence or none.</param>
/// <param name="Since">When it started, or when it ended.</param>
/// <param name="Used">What it uses; null while nothing measures it.</param>
public sealed record ContainerRow(
    Container Container, string Role, HealthState State, string Word, string Detail, int Restarts, DateTimeOffset? LastRestart, DateTimeOffset? Since, Usage? Used)
{
    public string Name => Container.Name;
}
