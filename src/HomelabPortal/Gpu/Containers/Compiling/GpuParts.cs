using HomelabPortal.Desired.Containers;
using HomelabPortal.Docker;
using HomelabPortal.Lab;

namespace HomelabPortal.Gpu.Containers.Compiling;

/// <summary>
/// Pure: a request for GPUs in the words that the host understands.
/// <code>
/// device request   Driver nvidia, Count or DeviceIDs, capability gpu
/// CDI              Driver cdi, devices nvidia.com/gpu=…
/// runtime          Runtime nvidia, variable NVIDIA_VISIBLE_DEVICES
/// runtime, no request   variable NVIDIA_VISIBLE_DEVICES=void
/// none known       as a device request: a hook alone cannot be seen, and without one the start says so
/// </code>
/// </summary>
internal sealed record GpuParts(IReadOnlyList<DeviceRequest>? Requests, string? Runtime, string? Variable)
{
    private const string Vendor = "nvidia";
    public const string VisibleDevices = "NVIDIA_VISIBLE_DEVICES";
    private const int All = -1;

    /// <summary>Where the environment decides, an image that asks for all cards gets none unless they were asked for here.</summary>
    private static readonly GpuParts _kept = new(null, null, $"{VisibleDevices}=void");

    public static GpuParts None { get; } = new(null, null, null);

    public static GpuParts Of(GpuRequest? gpu, GpuAttachmentMode attachment) => (gpu, attachment) switch
    {
        (null, GpuAttachmentMode.Runtime) => _kept,
        (null, _) => None,
        (_, GpuAttachmentMode.Cdi) => new([new DeviceRequest { Driver = "cdi", DeviceIds = [.. Names(gpu).Select(name => $"nvidia.com/gpu={name}")] }], null, null),
        (_, GpuAttachmentMode.Runtime) => new(null, Vendor, $"{VisibleDevices}={string.Join(',', Names(gpu))}"),
        _ => new([Request(gpu)], null, null),
    };

    /// <summary>Count and ids together are refused by the daemon at the start.</summary>
    private static DeviceRequest Request(GpuRequest gpu) => new()
    {
        Driver = Vendor,
        Count = gpu.Ids.IsEmpty ? gpu.Count ?? All : null,
        DeviceIds = gpu.Ids.IsEmpty ? null : gpu.Ids,
        Capabilities = [["gpu"]],
    };

    private static IEnumerable<string> Names(GpuRequest gpu) => gpu switch
    {
        { Ids.IsEmpty: false } => gpu.Ids,
        { Count: { } count } => Enumerable.Range(0, count).Select(index => $"{index}"),
        _ => ["all"],
    };
}
