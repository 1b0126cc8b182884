using HomelabPortal.Kubernetes;

namespace HomelabPortal.Cluster.Display;

/// <summary>Says of a storage class what <c>kubectl get storageclass</c> says (Kubernetes <c>printStorageClass</c>).</summary>
internal static class StorageClassDisplay
{
    private static readonly string[] _defaultMarks = ["storageclass.kubernetes.io/is-default-class", "storageclass.beta.kubernetes.io/is-default-class"];

    public static string Name(StorageClass item) => IsDefault(item) ? $"{item.Metadata.Name} (default)" : item.Metadata.Name;

    public static bool IsDefault(StorageClass item) => _defaultMarks.Any(mark => item.Metadata.Annotations.GetValueOrDefault(mark) == "true");

    public static string ReclaimPolicy(StorageClass item) => item.ReclaimPolicy.Length > 0 ? item.ReclaimPolicy : "Delete";

    public static string BindingMode(StorageClass item) => item.VolumeBindingMode.Length > 0 ? item.VolumeBindingMode : "Immediate";
}
