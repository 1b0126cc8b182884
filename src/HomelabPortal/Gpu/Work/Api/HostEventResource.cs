using HomelabPortal.Gpu.Work.Events;
using HomelabPortal.Ui.State;

namespace HomelabPortal.Gpu.Work.Api;

/// <summary>Something that happened to a container.</summary>
/// <param name="WasSeen">False for what was only found out later, by comparing.</param>
internal sealed record HostEventResource(string Host, DateTimeOffset At, string ContainerId, string Container, string What, HealthState State, bool WasSeen)
{
    public static HostEventResource Of(HostEvent happened) => new(happened.Host, happened.At, happened.Id, happened.Name, happened.What, happened.State, happened.WasSeen);
}
