using HomelabPortal.Access.Authority;
using HomelabPortal.Api;
using HomelabPortal.Platform;

namespace HomelabPortal.Cluster.Applications.Api;

internal static class ApplicationsApi
{
    public static void MapApplicationsApi(this RouteGroupBuilder api)
    {
        var lab = api.MapGroup("").WithTags("Lab");
        lab.MapGet("/applications", (Live<ClusterState> live, TimeProvider time) => Answer(live.Current, state => state.Applications.Status, state => state.Applications.All.Select(application => ApplicationResource.Of(application, time.GetUtcNow()))))
            .RequireAct(Act.SeeLab).Produces<Listing<ApplicationResource>>().WithSummary("The applications of Argo CD");
        lab.MapGet("/charts", (Live<ClusterState> live) => Answer(live.Current, state => state.HelmCharts.Status, state => ApplicationRows.Charts(state).Select(ChartResource.Of)))
            .RequireAct(Act.SeeLab).Produces<Listing<ChartResource>>().WithSummary("The charts that k3s installs by itself");
    }

    private static ApiAnswer Answer<T>(LiveValue<ClusterState> live, Func<ClusterState, SourceStatus> status, Func<ClusterState, IEnumerable<T>> items) =>
        ApiAnswer.Of(live.Value.IsConnected ? Listing<T>.Of(status(live.Value).Freshness(live), items(live.Value)) : Listing<T>.NotConnected(live.Value.Help));
}
