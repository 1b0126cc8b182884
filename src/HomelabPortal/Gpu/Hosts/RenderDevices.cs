using System.Collections.Immutable;
using HomelabPortal.Docker;

namespace HomelabPortal.Gpu.Hosts;

/// <summary>
/// Pure: graphics devices of AMD and Intel on a host. Docker lists those of CDI; a device file shows only by a container that was given it.
/// <list type="table">
/// <item><term><c>amd.com/gpu=…</c>, <c>intel.com/gpu=…</c></term><description>of that vendor, also while nobody uses it</description></item>
/// <item><term><c>/dev/kfd</c></term><description>AMD: the compute device of all its cards</description></item>
/// <item><term><c>/dev/dri/renderD…</c>, or <c>/dev/dri</c> for all of them</term><description>the vendor is not told</description></item>
/// <item><term><c>/dev/dri/card…</c>, <c>/dev/nvidia…</c></term><description>left out: outputs of a screen, and NVIDIA's, which are measured</description></item>
/// </list>
/// </summary>
internal static class RenderDevices
{
    private const string Folder = "/dev/dri";
    private const string Render = "/dev/dri/renderD";
    private const string Compute = "/dev/kfd";
    private const string Amd = "amd.com/gpu=";
    private const string Intel = "intel.com/gpu=";

    /// <summary>CDI names of the host that are GPUs of others than NVIDIA, without the one that stands for all.</summary>
    public static IEnumerable<string> Offered(DockerInfo info) =>
        (info.DiscoveredDevices ?? []).Select(device => device.Id).OfType<string>().Where(id => IsCdi(id) && !id.EndsWith("=all", StringComparison.Ordinal)).Distinct();

    /// <summary>What a container was given of such devices.</summary>
    public static ImmutableArray<string> GivenTo(ContainerDetails container) =>
    [
        .. (container.HostConfig?.Devices ?? []).Select(device => device.PathOnHost?.TrimEnd('/')).OfType<string>().Where(IsFile)
            .Concat((container.HostConfig?.DeviceRequests ?? []).Where(request => request.Driver == "cdi").SelectMany(request => request.DeviceIds ?? []).Where(IsCdi))
            .Distinct(),
    ];

    /// <param name="given">What each running container was given, by its name.</param>
    public static ImmutableArray<RenderDevice> Of(IEnumerable<string> offered, IReadOnlyDictionary<string, ImmutableArray<string>> given) =>
    [
        .. offered.Concat(given.Values.SelectMany(names => names)).Distinct().Order(StringComparer.Ordinal)
            .Select(name => new RenderDevice(name, VendorOf(name), [.. given.Where(user => user.Value.Contains(name)).Select(user => user.Key).Order(StringComparer.Ordinal)])),
    ];

    private static string? VendorOf(string name) => name switch
    {
        _ when name == Compute || name.StartsWith(Amd, StringComparison.Ordinal) => "AMD",
        _ when name.StartsWith(Intel, StringComparison.Ordinal) => "Intel",
        _ => null,
    };

    private static bool IsFile(string path) => path is Folder or Compute || path.StartsWith(Render, StringComparison.Ordinal);

    private static bool IsCdi(string id) => id.StartsWith(Amd, StringComparison.Ordinal) || id.StartsWith(Intel, StringComparison.Ordinal);
}
