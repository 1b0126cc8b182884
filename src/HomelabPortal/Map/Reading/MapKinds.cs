namespace HomelabPortal.Map.Reading;

/// <summary>Words and pictures of what the map shows.</summary>
internal static class MapKinds
{
    public static string Word(this MapKind kind) => kind switch
    {
        MapKind.Hostname => "Hostname",
        MapKind.Tunnel => "Tunnel",
        MapKind.Address => "Address",
        MapKind.Ingress => "Ingress",
        MapKind.Namespace => "Namespace",
        MapKind.Service => "Service",
        MapKind.Node => "Node",
        MapKind.Pod => "Pod",
        MapKind.Storage => "Storage",
        MapKind.Claim => "Claim",
        MapKind.Host => "Machine",
        MapKind.Container => "Container",
        MapKind.Card => "GPU",
        MapKind.Device => "Device",
        _ => "",
    };

    /// <summary>Symbol of the interface sprite.</summary>
    public static string Icon(this MapKind kind) => kind switch
    {
        MapKind.Internet => "globe",
        MapKind.House => "house",
        MapKind.Hostname => "waypoints",
        MapKind.Tunnel => "cloud",
        MapKind.Address => "signpost",
        MapKind.Ingress => "route",
        MapKind.Namespace => "boxes",
        MapKind.Service => "network",
        MapKind.Node => "server",
        MapKind.Pod => "box",
        MapKind.Storage => "hard-drive",
        MapKind.Claim => "database",
        MapKind.Host => "server",
        MapKind.Container => "box",
        MapKind.Card => "cpu",
        _ => "laptop",
    };
}
