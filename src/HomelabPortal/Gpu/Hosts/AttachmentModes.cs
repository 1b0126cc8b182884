using HomelabPortal.Docker;
using HomelabPortal.Lab;

namespace HomelabPortal.Gpu.Hosts;

/// <summary>
/// How a host attaches GPUs, from what its engine tells of itself, unless the settings say otherwise.
/// <list type="table">
/// <item><term>devices <c>nvidia.com/gpu=…</c> found by CDI</term><description>CDI</description></item>
/// <item><term>a runtime named <c>nvidia</c>, as the toolkit sets it up beside its hook</term><description>device request</description></item>
/// <item><term><c>nvidia</c> is the default runtime</term><description>runtime: a request is not needed, the environment decides</description></item>
/// <item><term>none of these</term><description>none; a hook alone cannot be seen from outside, so the settings may say <c>DeviceRequest</c></description></item>
/// </list>
/// </summary>
internal static class AttachmentModes
{
    private const string NvidiaRuntime = "nvidia";
    private const string NvidiaDevice = "nvidia.com/gpu=";

    public static GpuAttachmentMode Of(DockerInfo info, GpuAttachmentMode? setting) => setting ?? Detect(info);

    /// <summary>Names of the CDI devices that are GPUs of NVIDIA, without the one that stands for all.</summary>
    public static IReadOnlyList<string> DevicesOf(DockerInfo info) =>
        [.. (info.DiscoveredDevices ?? []).Select(device => device.Id).OfType<string>().Where(id => id.StartsWith(NvidiaDevice, StringComparison.Ordinal) && !id.EndsWith("=all", StringComparison.Ordinal))];

    private static GpuAttachmentMode Detect(DockerInfo info)
    {
        if ((info.DiscoveredDevices ?? []).Any(device => device.Id?.StartsWith(NvidiaDevice, StringComparison.Ordinal) == true))
            return GpuAttachmentMode.Cdi;
        if (info.DefaultRuntime == NvidiaRuntime)
            return GpuAttachmentMode.Runtime;
        return info.Runtimes?.ContainsKey(NvidiaRuntime) == true ? GpuAttachmentMode.DeviceRequest : GpuAttachmentMode.None;
    }
}
