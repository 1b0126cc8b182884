namespace HomelabPortal.Trace.Reports;

/// <summary>Names and pictures of the stations.</summary>
public static class HopKinds
{
    public static string Title(this HopKind kind) => kind switch
    {
        HopKind.Dns => "DNS",
        HopKind.Tunnel => "Tunnel",
        HopKind.Lan => "Address in the house",
        HopKind.Route => "Traefik",
        HopKind.Service => "Service",
        HopKind.Endpoints => "Endpoints",
        HopKind.Pod => "Pods",
        HopKind.Node => "Nodes",
        HopKind.Storage => "Storage",
        HopKind.Machine => "Machine",
        HopKind.Container => "Container",
        _ => "GPU",
    };

    public static string Icon(this HopKind kind) => kind switch
    {
        HopKind.Dns => "globe",
        HopKind.Tunnel => "cloud",
        HopKind.Lan => "house",
        HopKind.Route => "route",
        HopKind.Service => "network",
        HopKind.Endpoints => "waypoints",
        HopKind.Pod => "box",
        HopKind.Node => "server",
        HopKind.Storage => "hard-drive",
        HopKind.Machine => "server",
        HopKind.Container => "boxes",
        _ => "cpu",
    };
}
