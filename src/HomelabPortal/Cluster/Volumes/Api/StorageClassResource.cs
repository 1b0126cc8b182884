using HomelabPortal.Cluster.Volumes.Persistent;

namespace HomelabPortal.Cluster.Volumes.Api;

/// <summary>A storage class.</summary>
/// <param name="Claims">How many claims ask for it.</param>
internal sealed record StorageClassResource(string Name, bool IsDefault, string Provisioner, string ReclaimPolicy, string BindingMode, bool CanGrow, int Claims, DateTimeOffset? Created)
{
    public static StorageClassResource Of(StorageClassRow row) =>
        new(row.Name, row.IsDefault, row.Provisioner, row.ReclaimPolicy, row.BindingMode, row.CanGrow, row.Claims, row.Created);
}
