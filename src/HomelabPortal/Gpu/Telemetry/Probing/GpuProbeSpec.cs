using HomelabPortal.Docker;
using HomelabPortal.Lab;

namespace HomelabPortal.Gpu.Telemetry.Probing;

/// <summary>
/// The portal's own container on a GPU host, in which nvidia-smi is run. It sees the host's processes, or the driver would tell it none,
/// and for that reason may do nothing else: no network, no capability, no writing, a little memory. Nobody can change what is in it.
/// </summary>
internal static class GpuProbeSpec
{
    public const string Name = "homelab-portal-gpu-probe";
    public const string RoleLabel = "homelabportal.role";
    public const string Role = "gpu-probe";
    private const long MemoryBytes = 64 << 20;

    public static ContainerSpec For(string image, GpuAttachmentMode attachment) => new()
    {
        Image = image,
        Entrypoint = [],
        Cmd = ["sleep", "infinity"],
        Env = attachment == GpuAttachmentMode.Runtime ? ["NVIDIA_VISIBLE_DEVICES=all", "NVIDIA_DRIVER_CAPABILITIES=utility"] : null,
        Labels = new Dictionary<string, string> { [RoleLabel] = Role },
        StopTimeout = 1,
        HostConfig = new HostConfig
        {
            NetworkMode = "none",
            PidMode = "host",
            Runtime = attachment == GpuAttachmentMode.Runtime ? "nvidia" : null,
            DeviceRequests = Requests(attachment),
            CapDrop = ["ALL"],
            SecurityOpt = ["no-new-privileges"],
            ReadonlyRootfs = true,
            Memory = MemoryBytes,
            RestartPolicy = new RestartPolicy { Name = "unless-stopped" },
            LogConfig = new LogConfig { Type = "none" },
        },
    };

    /// <summary>
    /// Whether a container is the probe as it should be now, and ours; one that may do more is not.
    /// Its limit of memory does not tell: where the kernel has none, the engine makes do without.
    /// </summary>
    public static bool Fits(ContainerDetails found, string image, GpuAttachmentMode attachment)
    {
        var wanted = For(image, attachment).HostConfig!;
        return IsOurs(found) && found.Config?.Image == image
            && found.HostConfig is
            {
                PidMode: "host", NetworkMode: "none", ReadonlyRootfs: true, Privileged: not true,
                CapAdd: null or [], Binds: null or [], Mounts: null or [], Devices: null or [],
            } host
            && (host.CapDrop ?? []).SequenceEqual(wanted.CapDrop!)
            // The engine adds the one about labels itself, since it shares the host's processes.
            && (host.SecurityOpt ?? []).Except(["label=disable"]).SequenceEqual(wanted.SecurityOpt!)
            && (attachment == GpuAttachmentMode.Runtime) == (host.Runtime == "nvidia")
            && DriverOf(host) == DriverOf(wanted);
    }

    private static string? DriverOf(HostConfig host) => host.DeviceRequests is [var first, ..] ? first.Driver : null;

    public static bool IsOurs(ContainerDetails found) => found.Config?.Labels?.GetValueOrDefault(RoleLabel) == Role;

    public static bool IsOurs(ContainerSummary found) => found.Labels?.GetValueOrDefault(RoleLabel) == Role;

    private static IReadOnlyList<DeviceRequest>? Requests(GpuAttachmentMode attachment) => attachment switch
    {
        GpuAttachmentMode.Cdi => [new DeviceRequest { Driver = "cdi", DeviceIds = ["nvidia.com/gpu=all"] }],
        GpuAttachmentMode.DeviceRequest => [new DeviceRequest { Driver = "nvidia", Count = -1, Capabilities = [["gpu", "utility"]] }],
        _ => null,
    };
}
