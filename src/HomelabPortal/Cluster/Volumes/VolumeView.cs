using HomelabPortal.Cluster.Health;
using HomelabPortal.Cluster.Objects;
using HomelabPortal.Kubernetes;

namespace HomelabPortal.Cluster.Volumes;

/// <summary>A Longhorn volume with its replicas.</summary>
/// <param name="Last">The node it hangs on, if it hangs on one.</param>
public sealed record VolumeView(LonghornVolume Volume, IReadOnlyList<ReplicaView> Replicas, LastReplica? Last, Verdict Verdict)
{
    public string Name => Volume.Metadata.Name;

    /// <summary>Empty when no claim uses it.</summary>
    public string Claim => Volume.Status.KubernetesStatus?.PvcName ?? "";

    public string Namespace => Volume.Status.KubernetesStatus?.Namespace ?? "";

    /// <summary>The claim's name where there is one.</summary>
    public string Title => Claim.Length > 0 ? Claim : Name;

    public string Href => Claim.Length > 0 ? ObjectHref.Of("PersistentVolumeClaim", Namespace, Claim)! : $"/cluster/storage?tab=volumes&q={Name}";

    public int Whole => Replicas.Count(replica => replica.IsWhole);

    public int Wanted => Volume.Spec.NumberOfReplicas;

    /// <summary>The nodes of its whole replicas.</summary>
    public string Places => string.Join(", ", Replicas.Where(replica => replica.IsWhole).Select(replica => replica.Node).Distinct());
}
