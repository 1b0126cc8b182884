namespace HomelabPortal.Trace.Reports;

/// <summary>Names of the ways in.</summary>
public static class EntryKinds
{
    public static string Title(this EntryKind kind) => kind switch
    {
        EntryKind.Tunnel => "Through the tunnel",
        EntryKind.FrontDoor => "Through the house's public address",
        EntryKind.House => "In the house",
        EntryKind.Machine => "Straight to the machine",
        _ => "No way in",
    };

    public static string Icon(this EntryKind kind) => kind switch
    {
        EntryKind.Tunnel => "cloud",
        EntryKind.FrontDoor => "globe",
        EntryKind.House => "house",
        EntryKind.Machine => "server",
        _ => "unknown",
    };
}
