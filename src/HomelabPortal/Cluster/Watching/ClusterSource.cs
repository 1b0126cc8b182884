using HomelabPortal.Kubernetes;

namespace HomelabPortal.Cluster.Watching;

/// <summary>The API server to watch.</summary>
/// <param name="Client">Null when no cluster is configured.</param>
/// <param name="Help">How to connect one.</param>
internal sealed record ClusterSource(KubernetesClient? Client, string Help);
