using System.Collections.Immutable;
using HomelabPortal.Gpu.Hosts;
using HomelabPortal.Gpu.Telemetry.Reading;
using HomelabPortal.Lab;

namespace HomelabPortal.Gpu.Telemetry;

/// <summary>The cards of one Docker host as last measured, with their age, and why that is old when it is.</summary>
/// <param name="Facts">What the host is; null until its engine has told.</param>
/// <param name="FactsFault">Why the engine cannot be asked now.</param>
/// <param name="SeesProcesses">Whether the holders are known; without the probe only the card's own sum is.</param>
/// <param name="Users">Names of running containers that were given a GPU.</param>
/// <param name="LostIn">Names of those that no longer see it, though the host does.</param>
/// <param name="AsOf">When the cards were last measured.</param>
/// <param name="Fault">Why they cannot be measured now.</param>
public sealed record GpuHostState(
    string Host, HostFacts? Facts, string? FactsFault, GpuSource Source, ImmutableArray<GpuReading> Cards, bool SeesProcesses, ImmutableArray<GpuHolder> Holders,
    ImmutableArray<string> Users, ImmutableArray<string> LostIn, DateTimeOffset? AsOf, string? Fault)
{
    /// <summary>Graphics devices of AMD and Intel, as far as Docker tells.</summary>
    public ImmutableArray<RenderDevice> RenderDevices { get; init; } = [];

    public static GpuHostState Unknown(string host) => new(host, null, null, GpuSource.None, [], false, [], [], [], null, null);

    /// <summary>Whether this host has anything to do with GPUs, as far as is known.</summary>
    public bool HasGpu => Facts is { Attachment: not GpuAttachmentMode.None } || Cards.Length > 0 || RenderDevices.Length > 0;
}
