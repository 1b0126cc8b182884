using System.Collections.Immutable;

namespace HomelabPortal.Ui.Shell;

/// <summary>What the palette offers besides the places: acts that need no object, and parts of places that people look for by name.</summary>
internal static class PaletteEntries
{
    public static ImmutableArray<PaletteEntry> All { get; } =
    [
        new("Expose a service", Places.ExposeHref, "plus", "Act"),
        new("Close all tunnel routes", Places.CloseTunnelsHref, "lock", "Act"),
        new("Trace a hostname", Places.Trace.Href, "footprints", "Act"),
        new("Try a request against the routes", "/hostnames/try", "route", "Act"),
        new("Add a DNS record", "/dns/new", "plus", "Act"),
        new("Import DNS records", "/dns?tab=import", "download", "Act"),
        new("Make a tunnel", "/tunnels/new", "plus", "Act"),
        new("Make a login policy", "/logins/new", "plus", "Act"),
        new("Run a container", "/gpu/containers/new", "plus", "Act"),
        new("Status page", "/status", "activity", "Home"),
        new("Apps not shown", "/apps/hidden", "layout-grid", "Apps"),
        new("Events of Docker hosts", "/gpu/events", "bell", "Machines"),
        new("Load balancer and API address", "/cluster/services?tab=load-balancer", "network", "Cluster"),
        new("Backups of volumes", "/cluster/storage?tab=backups", "hard-drive", "Cluster"),
        new("Disks", "/cluster/storage?tab=disks", "hard-drive", "Cluster"),
        new("Audit", "/activity?tab=audit", "list", "Record"),
        new("Applies", "/activity?tab=applies", "list", "Record"),
        new("Running acts", "/activity/jobs", "play", "Record"),
        new("Users and roles", "/settings?tab=users", "users", "Settings"),
        new("Sessions of everybody", "/settings?tab=sessions", "laptop", "Settings"),
        new("Backups of the portal", "/settings?tab=backups", "database", "Settings"),
        new("Account: password and passkeys", "/account", "fingerprint", "Settings"),
        new("Account: my sessions", "/account?tab=sessions", "smartphone", "Settings"),
        new("Account: API tokens", "/account?tab=tokens", "key-round", "Settings"),
    ];
}
