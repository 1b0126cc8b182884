using HomelabPortal.Kubernetes;

namespace HomelabPortal.Cluster.Display;

/// <summary>Says of a volume what <c>kubectl get pv</c> says (Kubernetes <c>printPersistentVolume</c>).</summary>
internal static class PersistentVolumeDisplay
{
    public static string Status(PersistentVolume volume) => volume.Metadata.DeletionTimestamp is null ? volume.Status.Phase : "Terminating";

    public static Quantity? Capacity(PersistentVolume volume) => volume.Spec.Capacity.TryGetValue("storage", out var capacity) ? capacity : null;

    public static string AccessModes(PersistentVolume volume) => ClaimDisplay.AccessModes(volume.Spec.AccessModes);

    /// <summary>"namespace/name"; empty while no claim has it.</summary>
    public static string Claim(PersistentVolume volume) => volume.Spec.ClaimRef is { } claim ? $"{claim.Namespace}/{claim.Name}" : "";

    public static string StorageClass(PersistentVolume volume) =>
        volume.Metadata.Annotations.TryGetValue("volume.beta.kubernetes.io/storage-class", out var legacy) ? legacy : volume.Spec.StorageClassName;

    public static string AttributesClass(PersistentVolume volume) => volume.Spec.VolumeAttributesClassName is { Length: > 0 } name ? name : "<unset>";

    public static string VolumeMode(PersistentVolume volume) => volume.Spec.VolumeMode is { Length: > 0 } mode ? mode : "<unset>";
}
