using HomelabPortal.Cluster.Pods.Volumes;

namespace HomelabPortal.Cluster.Pods.Api;

/// <summary>A volume of a pod.</summary>
/// <param name="What">What it is in a word or two, such as "claim".</param>
/// <param name="Source">The name of the claim, config map or secret, or a path; empty when there is none.</param>
internal sealed record PodVolumeResource(string Name, string What, string Source, IReadOnlyList<string> Mounts)
{
    public static PodVolumeResource Of(VolumeRow row) => new(row.Name, row.What, row.Source, row.Mounts);
}
