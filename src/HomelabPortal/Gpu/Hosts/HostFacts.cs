using System.Collections.Immutable;
using HomelabPortal.Docker;
using HomelabPortal.Lab;

namespace HomelabPortal.Gpu.Hosts;

/// <summary>What a Docker host is, as its engine tells.</summary>
/// <param name="Engine">Version of the engine.</param>
/// <param name="Api">API version that is spoken with it.</param>
/// <param name="System">Distribution.</param>
/// <param name="IsChosen">Whether the attachment was set rather than found.</param>
/// <param name="Devices">Names of its CDI devices that are GPUs.</param>
/// <param name="Warnings">What the engine warns of.</param>
public sealed record HostFacts(
    string Engine, string Api, string System, string Kernel, string Architecture, int Processors, long MemoryBytes,
    GpuAttachmentMode Attachment, bool IsChosen, ImmutableArray<string> Devices, string? DefaultRuntime, ImmutableArray<string> Warnings)
{
    /// <summary>Names of its CDI devices that are GPUs of AMD or Intel.</summary>
    public ImmutableArray<string> OtherDevices { get; init; } = [];

    public static HostFacts Of(DockerInfo info, string? api, GpuAttachmentMode? setting) => new(
        info.ServerVersion ?? "unknown",
        api ?? "unknown",
        info.OperatingSystem ?? "unknown",
        info.KernelVersion ?? "unknown",
        info.Architecture ?? "unknown",
        info.Processors ?? 0,
        info.MemoryBytes ?? 0,
        AttachmentModes.Of(info, setting),
        setting is not null,
        [.. AttachmentModes.DevicesOf(info)],
        info.DefaultRuntime,
        [.. info.Warnings ?? []])
    {
        OtherDevices = [.. RenderDevices.Offered(info)],
    };
}
