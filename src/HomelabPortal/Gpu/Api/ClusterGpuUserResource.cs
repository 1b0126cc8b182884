using HomelabPortal.Gpu.Scheduled;

namespace HomelabPortal.Gpu.Api;

/// <summary>A pod that asks for GPUs.</summary>
internal sealed record ClusterGpuUserResource(string Namespace, string Pod, string Status, string Resource, decimal Amount)
{
    public static ClusterGpuUserResource Of(ClusterGpuUser user) => new(user.Namespace, user.Pod, user.Word, user.Resource, user.Amount);
}
