using HomelabPortal.Cluster.Objects;
using HomelabPortal.Kubernetes;

namespace HomelabPortal.Cluster.Volumes.Claims;

/// <summary>Which pods mount which claim.</summary>
internal sealed class ClaimMounts
{
    private readonly ILookup<(string Namespace, string Claim), Pod> _pods;

    private ClaimMounts(ILookup<(string, string), Pod> pods) => _pods = pods;

    public static ClaimMounts Of(ClusterState state) => new(
        (from pod in state.Pods.All
         from volume in pod.Spec.Volumes
         let claim = volume.PersistentVolumeClaim
         where claim is not null
         select (Key: (pod.Metadata.Namespace, claim.ClaimName), Pod: pod))
        .ToLookup(mount => mount.Key, mount => mount.Pod));

    public IEnumerable<Pod> PodsOf(PersistentVolumeClaim claim) => _pods[(claim.Metadata.Namespace, claim.Metadata.Name)].OrderBy(pod => pod.Metadata.Name, StringComparer.Ordinal);

    /// <summary>The workload as a person calls it, and its page; while no pod mounts the claim, what Longhorn remembers.</summary>
    public (string Name, string? Href) UserOf(PersistentVolumeClaim claim, VolumeView? volume, ClusterState state)
    {
        var owners = PodsOf(claim).Select(pod => OwnerChain.Top(pod, state)).Distinct().ToList();
        return owners switch
        {
            [var only] => (only.Name, ObjectHref.Of(only.Kind, claim.Metadata.Namespace, only.Name)),
            [var first, ..] => ($"{first.Name} +{owners.Count - 1}", null),
            _ => volume?.Volume.Status.KubernetesStatus?.WorkloadsStatus is [{ WorkloadName.Length: > 0 } known, ..] && volume.Volume.Status.State != "detached" ? (known.WorkloadName, null) : ("", null),
        };
    }
}
