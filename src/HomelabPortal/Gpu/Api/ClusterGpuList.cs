using HomelabPortal.Api;

namespace HomelabPortal.Gpu.Api;

/// <summary>The GPUs that Kubernetes schedules.</summary>
/// <param name="Nodes">Those that have one, with a freshness of their own.</param>
/// <param name="Waiting">Pods that ask for one and have no node yet.</param>
internal sealed record ClusterGpuList(Listing<ClusterGpuNodeResource> Nodes, IReadOnlyList<ClusterGpuUserResource> Waiting);
