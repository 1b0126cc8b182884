using System.Globalization;
using HomelabPortal.Gpu.Scheduled;
using HomelabPortal.Gpu.Telemetry;

namespace HomelabPortal.Gpu.Pages;

/// <summary>What is said of GPUs that Kubernetes schedules.</summary>
internal static class ScheduledWords
{
    /// <summary>"NVIDIA GeForce RTX 3090, 24 GiB, driver 580.95".</summary>
    public static string Of(ClusterGpuNode node) => string.Join(", ", new[]
    {
        node.Model ?? "model not reported", node.MemoryMiB is { } memory ? VideoMemory.Words(memory) : null, node.Driver is { } driver ? $"driver {driver}" : null,
    }.OfType<string>());

    /// <summary>"1 of 2 asked for", with what the plugin holds back.</summary>
    public static string Of(ClusterGpu gpu) => gpu.Capacity > gpu.Allocatable
        ? string.Create(CultureInfo.InvariantCulture, $"{gpu.Requested:0.##} of {gpu.Allocatable:0.##} asked for, {gpu.Capacity - gpu.Allocatable:0.##} ill")
        : string.Create(CultureInfo.InvariantCulture, $"{gpu.Requested:0.##} of {gpu.Allocatable:0.##} asked for");

    public static string Of(ClusterGpuUser user) => string.Create(CultureInfo.InvariantCulture, $"{user.Amount:0.##} × {user.Resource}");
}
