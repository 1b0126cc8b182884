using HomelabPortal.Docker;
using HomelabPortal.Gpu.Containers.Compiling;

namespace HomelabPortal.Gpu.Containers.Writing;

/// <summary>
/// Pure: how a host hands out GPUs, from what it says of itself.
/// <code>
/// describes devices of nvidia.com/gpu         CDI
/// its default runtime is nvidia               runtime
/// anything else                               device request: whether that works shows only at the start
/// </code>
/// </summary>
internal static class GpuAttachments
{
    public static GpuAttachment Of(DockerInfo info)
    {
        if (info.DiscoveredDevices?.Any(device => device.Id?.StartsWith("nvidia.com/gpu=", StringComparison.Ordinal) == true) == true)
            return GpuAttachment.Cdi;
        return info.DefaultRuntime == "nvidia" ? GpuAttachment.Runtime : GpuAttachment.DeviceRequest;
    }
}
