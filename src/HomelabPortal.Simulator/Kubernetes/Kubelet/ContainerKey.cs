namespace HomelabPortal.Simulator.Kubernetes.Kubelet;

/// <summary>One container of one pod; another pod of the same name is another.</summary>
internal sealed record ContainerKey(string Namespace, string Pod, string Container, string Uid);
