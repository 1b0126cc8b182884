using HomelabPortal.Trace.Reports;
using HomelabPortal.Ui.Tables;

namespace HomelabPortal.Map.Reading.Columns;

/// <summary>Machines that hostnames lead to and that are neither nodes nor Docker hosts: a switch, a printer, a KVM.</summary>
internal static class DevicePanels
{
    public static IEnumerable<MapPanel> Of(MapScene scene)
    {
        var devices = scene.Passed[HopKind.Machine].Where(hop => scene.Facts.Docker.FindHost(hop.Name) is null).DistinctBy(hop => hop.Name).OrderBy(hop => hop.Name, NaturalOrder.Instance).ToList();
        if (devices.Count > 0)
            yield return Groups.Of("devices", MapKind.Device, "Devices", "/hostnames", devices.Select(hop => new MapThing(MapIds.Device(hop.Name), MapKind.Device, hop.Name, hop.Verdict.State(), hop.Sentence, hop.Href ?? HostOf(hop, scene)) { AsOf = hop.Worst?.AsOf }));
    }

    /// <summary>A device has no page of its own; the trace of a name that leads there says all that is known.</summary>
    private static string? HostOf(TraceHop device, MapScene scene) =>
        scene.Facts.Traces.FirstOrDefault(report => MapScene.Hops(report).Any(hop => hop.Kind == HopKind.Machine && hop.Name == device.Name)) is { } report ? Ui.Shell.Places.TraceOf(report.Host) : null;
}
