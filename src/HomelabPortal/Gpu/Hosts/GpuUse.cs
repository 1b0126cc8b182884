using HomelabPortal.Docker;

namespace HomelabPortal.Gpu.Hosts;

/// <summary>
/// Whether a container was given a GPU when it was made. What the engine adds to its environment for that does not show.
/// <list type="table">
/// <item><term>a device request of <c>nvidia</c>, or without a driver, with the capability <c>gpu</c></term><description>yes</description></item>
/// <item><term>a request of <c>cdi</c> for a device of a kind that ends in <c>gpu</c></term><description>yes</description></item>
/// <item><term>the runtime <c>nvidia</c>, by name or by default, and NVIDIA_VISIBLE_DEVICES is neither empty, void nor none</term><description>yes</description></item>
/// <item><term>a device <c>/dev/nvidia…</c></term><description>yes</description></item>
/// </list>
/// </summary>
internal static class GpuUse
{
    private const string Visible = "NVIDIA_VISIBLE_DEVICES=";

    public static bool Of(ContainerDetails container, string? defaultRuntime)
    {
        var host = container.HostConfig;
        if ((host?.DeviceRequests ?? []).Any(IsForGpu) || (host?.Devices ?? []).Any(device => device.PathOnHost?.StartsWith("/dev/nvidia", StringComparison.Ordinal) == true))
            return true;
        var runtime = string.IsNullOrEmpty(host?.Runtime) ? defaultRuntime : host.Runtime;
        return runtime == "nvidia" && SeesDevices(container);
    }

    private static bool IsForGpu(DeviceRequest request) => request.Driver switch
    {
        "cdi" => (request.DeviceIds ?? []).Any(id => id.Split('=')[0].EndsWith("gpu", StringComparison.Ordinal)),
        "nvidia" or "" or null => (request.Capabilities ?? []).Any(all => all?.Contains("gpu") == true),
        _ => false,
    };

    private static bool SeesDevices(ContainerDetails container) =>
        (container.Config?.Env ?? []).LastOrDefault(variable => variable.StartsWith(Visible, StringComparison.Ordinal)) is { } found
        && found[Visible.Length..] is not ("" or "void" or "none");
}
