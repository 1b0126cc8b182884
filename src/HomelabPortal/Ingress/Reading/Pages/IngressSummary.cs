using HomelabPortal.Cluster;
using HomelabPortal.Cluster.Health;
using HomelabPortal.Platform;
using HomelabPortal.Ui.State;

namespace HomelabPortal.Ingress.Reading.Pages;

/// <summary>Lines about all routes together.</summary>
internal static class IngressSummary
{
    public static string? Of(IngressState state)
    {
        if (state.Routes.Length == 0)
            return null;
        var hosts = state.Routes.SelectMany(route => route.Hosts).Select(host => host.Name).Distinct().Count();
        var unknown = state.Routes.Count(route => route.Health is { NeedsSomeone: true, State: HealthState.Unknown });
        var troubled = state.Routes.Count(route => route.Health.NeedsSomeone) - unknown;
        var said = string.Join(", ", new[] { troubled > 0 ? $"{troubled} in trouble" : "", unknown > 0 ? $"{unknown} unknown" : "" }.Where(part => part.Length > 0));
        return $"{Spoken.Count(hosts, "hostname")} on {Spoken.Count(state.Routes.Length, "route")}, {(said.Length == 0 ? "none in trouble" : said)}";
    }

    /// <summary>The routes' own freshness within that of the whole cluster.</summary>
    public static Freshness Freshness(LiveValue<IngressState> live) => (live, live.Value.Status) switch
    {
        ({ Fault: not null } or { AsOf: null }, _) => Ui.State.Freshness.Of(live),
        (_, { Phase: SourcePhase.Syncing, Fault: null }) => new Freshness(true, null, null),
        (_, { Phase: SourcePhase.Stale or SourcePhase.Forbidden or SourcePhase.Syncing } status) => new Freshness(false, status.AsOf, status.Fault),
        _ => new Freshness(false, live.AsOf, null),
    };

    public static string EmptyTitle(IngressState state) =>
        state.Status.Phase == SourcePhase.NotInstalled ? "Traefik is not installed in this cluster" : "No routes";
}
