using HomelabPortal.Access.Authority;
using HomelabPortal.Api;
using HomelabPortal.Platform;

namespace HomelabPortal.Gpu.Api;

internal static class DockerApi
{
    public static void MapDockerApi(this RouteGroupBuilder api) =>
        api.MapGet("/docker-hosts", (Live<DockerState> live) => ApiAnswer.Of(new DockerHostList([.. live.Current.Value.Hosts.Select(DockerHostResource.Of)])))
            .RequireAct(Act.SeeLab).Produces<DockerHostList>().WithTags("Lab").WithSummary("Docker hosts and their containers");
}
