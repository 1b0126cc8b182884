using HomelabPortal.Ui.State;

namespace HomelabPortal.Dns.Pages;

/// <summary>Whether Cloudflare answers for a zone.</summary>
internal static class ZoneHealth
{
    public static (HealthState State, string Word, string? Help) Of(DnsZone zone) => (zone.Status, zone.IsPaused) switch
    {
        ("active", false) => (HealthState.Healthy, "Active", null),
        ("active", true) => (HealthState.Degraded, "Paused", "Cloudflare answers for it, but nothing goes through its proxy or a tunnel. Resume it in the dashboard."),
        ("pending" or "initializing", _) => (HealthState.Progressing, "Pending", "Its registrar does not name Cloudflare's name servers yet, so Cloudflare does not answer for it. Nothing is written until then."),
        ("moved" or "deleted" or "deactivated", _) => (HealthState.Broken, "Moved away", "Other name servers answer for it now. Nothing is written here."),
        _ => (HealthState.Unknown, zone.Status, null),
    };
}
