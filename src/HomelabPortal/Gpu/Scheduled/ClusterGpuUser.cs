using HomelabPortal.Ui.State;

namespace HomelabPortal.Gpu.Scheduled;

/// <summary>A pod that asks for GPUs.</summary>
/// <param name="Word">How the pod is.</param>
public sealed record ClusterGpuUser(string Namespace, string Pod, string Href, HealthState State, string Word, string Resource, decimal Amount);
