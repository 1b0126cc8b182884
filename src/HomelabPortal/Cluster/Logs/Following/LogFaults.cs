using HomelabPortal.Cluster.Objects;
using HomelabPortal.Kubernetes;
using HomelabPortal.Platform;

namespace HomelabPortal.Cluster.Logs.Following;

/// <summary>Why a pod's log cannot be read at the moment, in words.</summary>
internal static class LogFaults
{
    private static readonly RbacRule _rule = new("", "pods/log", "get");

    public static string Of(KubernetesApiException fault) => fault.Kind == KubernetesErrorKind.Forbidden
        ? $"The portal may not read logs here. Its ClusterRole lacks: resource {_rule.Resource}, verb {_rule.Verbs}."
        : $"{VisibleText.Of(fault.Message)} It is tried again.";
}
