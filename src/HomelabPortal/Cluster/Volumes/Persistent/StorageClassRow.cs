namespace HomelabPortal.Cluster.Volumes.Persistent;

/// <summary>One storage class.</summary>
/// <param name="Claims">How many claims ask for it.</param>
public sealed record StorageClassRow(
    string Uid, string Name, bool IsDefault, string Provisioner, string ReclaimPolicy, string BindingMode, bool CanGrow, int Claims, DateTimeOffset? Created);
