using System.Collections.Immutable;

namespace HomelabPortal.Ui.Shell;

/// <summary>Every place that exists. A feature adds its line here when its page does.</summary>
internal static class Places
{
    public const string ExposeHref = "/exposures/new";
    public const string CloseTunnelsHref = "/exposures?ask=close";

    /// <summary>The trace of a hostname.</summary>
    public static string TraceOf(string hostname) => $"/trace/{Uri.EscapeDataString(hostname)}";

    public static readonly Place Home = new("Home", "/", "house", 'h');
    public static readonly Place Apps = new("Apps", "/apps", "layout-grid", 'j');
    public static readonly Place Exposures = new("Exposures", "/exposures", "signpost", 'e');
    public static readonly Place Map = new("Map", "/map", "map", 'z');
    public static readonly Place Trace = new("Trace", "/trace", "footprints", 'f');
    public static readonly Place Checks = new("Checks", "/checks", "heart-pulse", 'y');
    public static readonly Place Nodes = new("Nodes", "/cluster/nodes", "server", 'n', "Cluster");
    public static readonly Place Workloads = new("Workloads", "/cluster/workloads", "layers", 'w', "Cluster");
    public static readonly Place Pods = new("Pods", "/cluster/pods", "box", 'p', "Cluster");
    public static readonly Place Namespaces = new("Namespaces", "/cluster/namespaces", "boxes", 'm', "Cluster");
    public static readonly Place Services = new("Services", "/cluster/services", "network", 'v', "Cluster");
    public static readonly Place Ingress = new("Ingress", "/cluster/ingress", "route", 'i', "Cluster");
    public static readonly Place Storage = new("Storage", "/cluster/storage", "hard-drive", 'd', "Cluster");
    public static readonly Place Certificates = new("Certificates", "/cluster/certificates", "shield-check", 'c', "Cluster");
    public static readonly Place Applications = new("Applications", "/cluster/applications", "file-diff", 'b', "Cluster");
    public static readonly Place Events = new("Events", "/cluster/events", "bell", 'x', "Cluster");
    public static readonly Place Objects = new("Objects", "/cluster/objects", "list", 'o', "Cluster");
    public static readonly Place Gpu = new("GPU machines", "/gpu", "cpu", 'k', "Machines");
    public static readonly Place Containers = new("Containers", "/gpu/containers", "boxes", 'q', "Machines");
    public static readonly Place Hostnames = new("Hostnames", "/hostnames", "waypoints", 'u', "Internet");
    public static readonly Place Dns = new("DNS", "/dns", "globe", 'r', "Internet");
    public static readonly Place Tunnels = new("Tunnels", "/tunnels", "cloud", 't', "Internet");
    public static readonly Place Logins = new("Logins", "/logins", "key-round", 'l', "Internet");
    public static readonly Place Activity = new("Activity", "/activity", "activity", 'a', "Record");

    public static readonly Place Settings = new("Settings", "/settings", "settings", 's', "Portal");

    public static ImmutableArray<Place> All { get; } = [Home, Apps, Exposures, Map, Trace, Checks, Nodes, Workloads, Pods, Namespaces, Services, Ingress, Storage, Certificates, Applications, Events, Objects, Gpu, Containers, Hostnames, Dns, Tunnels, Logins, Activity, Settings];
}
