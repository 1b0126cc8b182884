using HomelabPortal.Apps.Discovery;
using HomelabPortal.Ingress.Reading;
using HomelabPortal.Platform;
using HomelabPortal.Ui.State;

namespace HomelabPortal.Apps.Checks;

/// <summary>Pure: the three looks at an app behind a route: what serves it, the way in the house, the way from the Internet.</summary>
internal static class RouteChecks
{
    public static ValueList<AppCheck> Of(IngressRouteView route, AppMarks marks, string? host, AppScene scene)
    {
        if (scene.RouteFault is { } fault)
            return [new AppCheck(AppCheckKind.Workload, HealthState.Unknown, fault, route.Href), new AppCheck(AppCheckKind.House, HealthState.Unknown, fault, route.Href), .. HostChecks.Internet(host, scene)];
        return [.. Workload(route, marks, scene), House(route), .. HostChecks.Internet(host, scene)];
    }

    /// <summary>The pods that it selects itself; else what its services lead to.</summary>
    private static IEnumerable<AppCheck> Workload(IngressRouteView route, AppMarks marks, AppScene scene)
    {
        if (marks is { IsEnabled: true, IsExternal: true })
            yield break;
        if (marks is { IsEnabled: true, PodSelector: { } selector })
        {
            yield return PodChecks.Of(route.Namespace, selector, scene);
            yield break;
        }

        if (route.Backends.Where(backend => backend.Endpoints.Length > 0).MaxBy(backend => backend.State) is { } worst)
            yield return new AppCheck(AppCheckKind.Workload, worst.State, $"{worst.Text}: {worst.Endpoints}", worst.Href ?? route.Href);
    }

    private static AppCheck House(IngressRouteView route) => new(
        AppCheckKind.House, route.Health.State, route.Health.Sentence.Length > 0 ? route.Health.Sentence : route.Health.Word, route.Href);
}
