using HomelabPortal.Kubernetes;

namespace HomelabPortal.Cluster.Display;

/// <summary>Says of a volume claim what <c>kubectl get pvc</c> says (Kubernetes <c>printPersistentVolumeClaim</c>).</summary>
internal static class ClaimDisplay
{
    private static readonly (string Mode, string Short)[] _modes =
        [("ReadWriteOnce", "RWO"), ("ReadOnlyMany", "ROX"), ("ReadWriteMany", "RWX"), ("ReadWriteOncePod", "RWOP")];

    public static string Status(PersistentVolumeClaim claim) =>
        claim.Metadata.DeletionTimestamp is null ? claim.Status.Phase : "Terminating";

    /// <summary>Null until the claim is bound to a volume.</summary>
    public static Quantity? Capacity(PersistentVolumeClaim claim) =>
        claim.Spec.VolumeName.Length > 0 && claim.Status.Capacity.TryGetValue("storage", out var capacity) ? capacity : null;

    /// <summary>Empty until the claim is bound to a volume.</summary>
    public static string AccessModes(PersistentVolumeClaim claim) =>
        claim.Spec.VolumeName.Length == 0 ? "" : AccessModes(claim.Status.AccessModes);

    public static string AccessModes(IReadOnlyList<string> modes) =>
        string.Join(',', _modes.Where(mode => modes.Contains(mode.Mode)).Select(mode => mode.Short));

    public static string AttributesClass(PersistentVolumeClaim claim) => claim.Spec.VolumeAttributesClassName is { Length: > 0 } name ? name : "<unset>";

    public static string VolumeMode(PersistentVolumeClaim claim) => claim.Spec.VolumeMode ?? "<unset>";

    public static string StorageClass(PersistentVolumeClaim claim) =>
        claim.Metadata.Annotations.TryGetValue("volume.beta.kubernetes.io/storage-class", out var legacy) ? legacy : claim.Spec.StorageClassName;
}
