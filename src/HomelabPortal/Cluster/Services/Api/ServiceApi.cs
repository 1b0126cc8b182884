using HomelabPortal.Access.Authority;
using HomelabPortal.Api;
using HomelabPortal.Api.Problems;
using HomelabPortal.Platform;
using Microsoft.AspNetCore.Mvc;

namespace HomelabPortal.Cluster.Services.Api;

internal static class ServiceApi
{
    public static void MapServiceApi(this RouteGroupBuilder api)
    {
        var services = api.MapGroup("/services").WithTags("Lab");
        services.MapGet("", List).RequireAct(Act.SeeLab).Produces<Listing<ServiceResource>>().WithSummary("The services of the cluster, or of one namespace");
        services.MapGet("/{ns}/{name}", Get).RequireAct(Act.SeeLab).Produces<ServiceDetailResource>().Fails(404).WithSummary("One service with its endpoints, pods and routes");
    }

    private static ApiAnswer List([FromQuery(Name = "namespace")] string? ns, Live<ClusterState> live, Live<ServiceRoutes> routes)
    {
        var (current, backwards) = (live.Current, routes.Current.Value);
        return ApiAnswer.Of(current.Value.IsConnected
            ? Listing<ServiceResource>.Of(current.Value.Services.Status.Freshness(current), current.Value.ServiceRows.Where(row => ns is null || row.Namespace == ns).Select(row => ServiceResource.Of(row, backwards)))
            : Listing<ServiceResource>.NotConnected(current.Value.Help));
    }

    private static ApiAnswer Get(string ns, string name, Live<ClusterState> live, Live<ServiceRoutes> routes, TimeProvider time)
    {
        var state = live.Current.Value;
        return state.Services.Find(ns, name) is { } service && state.ServiceRows.FirstOrDefault(row => row.Namespace == ns && row.Name == name) is { } row
            ? ApiAnswer.Of(ServiceDetailResource.Of(service, row, ServiceDetail.Of(service, state, time.GetUtcNow(), ServiceDetail.Empty), routes.Current.Value))
            : throw new ProblemException(Problem.Of(StatusCodes.Status404NotFound));
    }
}
