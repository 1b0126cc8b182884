using HomelabPortal.Hostnames.Table.Parts;
using HomelabPortal.Trace.Reading;
using HomelabPortal.Trace.Reports;

namespace HomelabPortal.Trace.Following;

/// <summary>
/// Says by which way a name should be reached: as its owner wants it, else as what serves it tells, else as its record leads.
/// <code>
/// wanted on the Internet                       the tunnel
/// its record leads to a tunnel, there or not   the tunnel
/// its record leads to the public address       the public address
/// its record leads to the ingress              in the house
/// wanted in the house                          in the house
/// a tunnel has a rule for it                   the tunnel
/// a route takes it                             in the house
/// its record leads to any other machine        the machine
/// nothing of these                             none
/// </code>
/// </summary>
internal static class Ways
{
    public static EntryKind Of(HostView host, TraceScene scene)
    {
        if (host.WantsTunnel || host.Leads(LeadKind.Tunnel) || host.Leads(LeadKind.DeadTunnel) || (host.Led(LeadKind.Unknown)?.Lead.TunnelId is not null))
            return EntryKind.Tunnel;
        if (host.Leads(LeadKind.FrontDoor))
            return EntryKind.FrontDoor;
        if (host.Leads(LeadKind.Ingress) || host.Exposure is not null)
            return EntryKind.House;
        if (host.Unled.Any())
            return EntryKind.Tunnel;
        // Without the ingress's address any private one may be it.
        if (host.Routes.Count > 0 || host.Leads(LeadKind.Unknown))
            return EntryKind.House;
        return host.Leads(LeadKind.Device) || host.Leads(LeadKind.Outside) ? EntryKind.Machine : EntryKind.None;
    }

    public static bool IsServedInHouse(HostView host) => host.Routes.Count > 0 || host.Exposure is not null || (host.Tunnel.Any(part => part is { IsLed: true, IsAsked: true, LeadsToIngress: true }));
}
