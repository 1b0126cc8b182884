using HomelabPortal.Api;
using HomelabPortal.Gpu.Telemetry;
using HomelabPortal.Lab;
using HomelabPortal.Ui.State;

namespace HomelabPortal.Gpu.Api;

/// <summary>A Docker host as far as GPUs go.</summary>
/// <param name="Engine">What it is; null until its engine has answered.</param>
/// <param name="Attachment">How containers get a GPU there, null until the engine has answered.</param>
/// <param name="AttachmentIsSet">Whether that was set rather than found.</param>
/// <param name="Fault">Why its engine does not answer now.</param>
/// <param name="Source">Where the figures come from.</param>
/// <param name="Cards">Its cards, with a freshness of their own.</param>
/// <param name="Holders">Who holds their memory; null when processes are not seen.</param>
/// <param name="LostIn">Containers that no longer see their card; a restart mends that.</param>
/// <param name="RenderDevices">Graphics devices of AMD and Intel that Docker tells of.</param>
internal sealed record GpuHostResource(
    string Name, EngineResource? Engine, GpuAttachmentMode? Attachment, bool AttachmentIsSet, string? Fault, GpuSource Source,
    Listing<GpuCardResource> Cards, IReadOnlyList<GpuHolderResource>? Holders, IReadOnlyList<string> LostIn,
    IReadOnlyList<RenderDeviceResource> RenderDevices)
{
    public static GpuHostResource Of(GpuHostState host) => new(
        host.Host,
        host.Facts is { } facts ? EngineResource.Of(facts) : null,
        host.Facts?.Attachment,
        host.Facts?.IsChosen == true,
        host.FactsFault,
        host.Source,
        Listing<GpuCardResource>.Of(new Freshness(host is { Facts: null, FactsFault: null }, host.AsOf, host.Fault ?? (host.Facts is null ? host.FactsFault : null)), host.Cards.Select(GpuCardResource.Of)),
        host.SeesProcesses ? [.. host.Holders.Select(holder => new GpuHolderResource(holder.Card, holder.Container, holder.Programs, holder.MemoryMiB))] : null,
        [.. host.LostIn],
        [.. host.RenderDevices.Select(device => new RenderDeviceResource(device.Name, device.Vendor, [.. device.Users]))]);
}
