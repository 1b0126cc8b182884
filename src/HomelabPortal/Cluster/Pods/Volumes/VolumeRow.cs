using HomelabPortal.Cluster.Objects;
using HomelabPortal.Kubernetes;

namespace HomelabPortal.Cluster.Pods.Volumes;

/// <summary>One volume of a pod: what it is and where the containers find it.</summary>
/// <param name="What">"claim", "config map", "scratch space on the node".</param>
/// <param name="Source">The name of the claim, config map or secret, a path; empty when there is none.</param>
/// <param name="Mounts">Such as "/config" or "app: /config, read-only".</param>
public sealed record VolumeRow(string Name, string What, string Source, string? Href, IReadOnlyList<string> Mounts)
{
    internal static IReadOnlyList<VolumeRow> Of(string ns, IReadOnlyList<PodVolume> volumes, IReadOnlyList<Container> containers) =>
    [
        .. volumes.Select(volume => new VolumeRow(
            volume.Name, VolumeWords.Of(volume), volume.Source,
            volume.PersistentVolumeClaim is { } claim ? ObjectHref.Of("PersistentVolumeClaim", ns, claim.ClaimName) : null,
            [.. containers.SelectMany(container => container.VolumeMounts.Where(mount => mount.Name == volume.Name).Select(mount => Mount(mount, container, containers.Count > 1)))])),
    ];

    private static string Mount(VolumeMount mount, Container container, bool isOneOfMany) =>
        (isOneOfMany ? $"{container.Name}: " : "") + mount.MountPath + (mount.SubPath.Length > 0 ? $" (only {mount.SubPath})" : "") + (mount.ReadOnly ? ", read-only" : "");
}
