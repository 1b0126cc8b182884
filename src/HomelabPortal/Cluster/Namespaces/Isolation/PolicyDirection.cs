using HomelabPortal.Kubernetes;

namespace HomelabPortal.Cluster.Namespaces.Isolation;

/// <summary>Whose traffic a policy limits.</summary>
internal static class PolicyDirection
{
    /// <summary>What may reach the pods. A policy that names no direction means this one.</summary>
    public static bool LimitsIncoming(NetworkPolicy policy) => policy.Spec.PolicyTypes.Count == 0 || policy.Spec.PolicyTypes.Contains("Ingress");

    /// <summary>What the pods may reach. A policy that names no direction means this one too once it has such rules.</summary>
    public static bool LimitsOutgoing(NetworkPolicy policy) => policy.Spec.PolicyTypes.Count == 0 ? policy.Spec.Egress.Count > 0 : policy.Spec.PolicyTypes.Contains("Egress");
}
