using HomelabPortal.Kubernetes;

namespace HomelabPortal.Cluster.Display;

/// <summary>Says of a lease what <c>kubectl get leases</c> says (Kubernetes <c>printLease</c>).</summary>
internal static class LeaseDisplay
{
    /// <summary>Empty when nobody holds it.</summary>
    public static string Holder(Lease lease) => lease.Spec.HolderIdentity;
}
