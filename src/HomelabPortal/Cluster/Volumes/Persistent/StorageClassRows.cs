using HomelabPortal.Cluster.Display;

namespace HomelabPortal.Cluster.Volumes.Persistent;

internal static class StorageClassRows
{
    public static IReadOnlyList<StorageClassRow> Of(ClusterState state)
    {
        var claims = state.Claims.All.CountBy(ClaimDisplay.StorageClass).ToDictionary();
        return [.. state.StorageClasses.All
            .Select(item => new StorageClassRow(
                item.Metadata.Uid, item.Metadata.Name, StorageClassDisplay.IsDefault(item), item.Provisioner, StorageClassDisplay.ReclaimPolicy(item),
                StorageClassDisplay.BindingMode(item), item.AllowVolumeExpansion, claims.GetValueOrDefault(item.Metadata.Name), item.Metadata.CreationTimestamp))
            .OrderByDescending(row => row.IsDefault).ThenBy(row => row.Name, StringComparer.Ordinal)];
    }
}
