using System.Globalization;
using HomelabPortal.Kubernetes;

namespace HomelabPortal.Gpu.Scheduled;

/// <summary>
/// Pure: which resources and labels of a node are about GPUs.
/// <code>
/// nvidia.com/gpu, nvidia.com/gpu.shared, nvidia.com/mig-…     NVIDIA's device plugin
/// amd.com/gpu                                                 AMD's
/// gpu.intel.com/i915, gpu.intel.com/xe                        Intel's; its …_monitoring gives no GPU, only a look at it
/// anything else that says gpu                                 a plugin of one's own
/// nvidia.com/gpu.product, .memory, cuda.driver…               feature discovery of NVIDIA, and the like of AMD and Intel
/// </code>
/// </summary>
internal static class ClusterGpuNames
{
    private const double Gibi = 1024;

    private static readonly string[] _models = ["nvidia.com/gpu.product", "amd.com/gpu.product-name", "gpu.intel.com/product", "gpu.intel.com/family"];
    private static readonly string[] _drivers = ["nvidia.com/cuda.driver-version.full", "amd.com/gpu.driver-version"];
    private static readonly string[] _present = ["nvidia.com/gpu.present", "amd.com/gpu.device-id", "intel.feature.node.kubernetes.io/gpu"];

    public static bool IsGpu(string resource) =>
        resource.Contains('/') && !resource.EndsWith("_monitoring", StringComparison.Ordinal)
        && (resource.Contains("gpu", StringComparison.OrdinalIgnoreCase) || resource.StartsWith("nvidia.com/mig-", StringComparison.Ordinal));

    public static IEnumerable<string> ResourcesOf(Node node) =>
        node.Status.Allocatable.Concat(node.Status.Capacity).Where(entry => entry.Value.Value > 0 && IsGpu(entry.Key)).Select(entry => entry.Key).Distinct().Order(StringComparer.Ordinal);

    public static bool IsLabelled(ObjectMeta node) => ModelOf(node) is not null || _present.Any(label => Label(node, label) is not (null or "false"));

    /// <summary>A label cannot hold a space, so its dashes stand for them.</summary>
    public static string? ModelOf(ObjectMeta node) => First(node, _models)?.Replace('-', ' ').Replace('_', ' ');

    public static double? MemoryOf(ObjectMeta node)
    {
        if (Number(Label(node, "nvidia.com/gpu.memory")) is { } mebi)
            return mebi;
        return Label(node, "amd.com/gpu.vram") is { } vram && vram.EndsWith('G') && Number(vram[..^1]) is { } gibi ? gibi * Gibi : null;
    }

    public static string? DriverOf(ObjectMeta node) => First(node, _drivers)
        ?? (Label(node, "nvidia.com/cuda.driver.major") is { } major
            ? string.Join('.', new[] { major, Label(node, "nvidia.com/cuda.driver.minor"), Label(node, "nvidia.com/cuda.driver.rev") }.OfType<string>())
            : null);

    private static string? First(ObjectMeta node, string[] labels) => labels.Select(label => Label(node, label)).FirstOrDefault(value => value is not null);

    private static string? Label(ObjectMeta node, string name) => node.Labels.TryGetValue(name, out var value) && value.Length > 0 ? value : null;

    private static double? Number(string? text) => double.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
