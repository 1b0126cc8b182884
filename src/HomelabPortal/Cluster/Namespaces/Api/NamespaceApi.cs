using HomelabPortal.Access.Authority;
using HomelabPortal.Api;
using HomelabPortal.Cluster.Api;
using HomelabPortal.Platform;

namespace HomelabPortal.Cluster.Namespaces.Api;

internal static class NamespaceApi
{
    public static void MapNamespaceApi(this RouteGroupBuilder api)
    {
        var namespaces = api.MapGroup("/namespaces").WithTags("Lab");
        namespaces.MapGet("", List).RequireAct(Act.SeeLab).Produces<Listing<NamespaceResource>>().WithSummary("The namespaces of the cluster, with what they use and how open they are");
        namespaces.MapGet("/{name}", Get).RequireAct(Act.SeeLab).Produces<NamespaceDetailResource>().Fails(404, 503).WithSummary("One namespace with its quotas and network policies");
    }

    private static ApiAnswer List(Live<ClusterState> live, TimeProvider time) =>
        ClusterAnswers.List(live.Current, state => state.Namespaces.Status, state => NamespaceRows.Of(state, time.GetUtcNow()).Select(NamespaceResource.Of));

    private static ApiAnswer Get(string name, Live<ClusterState> live, TimeProvider time)
    {
        var current = live.Current;
        return NamespaceRows.Of(current.Value, time.GetUtcNow()).FirstOrDefault(row => row.Name == name) is { } row
            ? ApiAnswer.Of(NamespaceDetailResource.Of(row, current))
            : throw ClusterAnswers.Missing(current, current.Value.Namespaces.Status);
    }
}
