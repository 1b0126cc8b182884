namespace HomelabPortal.Simulator.Kubernetes.Kubelet;

/// <summary>A kubelet's answer that is not a log; kubelets answer in plain text.</summary>
public sealed class KubeletException(int code, string message) : Exception(message)
{
    public int Code { get; } = code;
}
