using HomelabPortal.Access.Authority;
using HomelabPortal.Api;
using HomelabPortal.Api.Problems;
using HomelabPortal.Gpu.Containers.Adopting;

namespace HomelabPortal.Gpu.Containers.Api;

internal static class AdoptionApi
{
    /// <summary>For those who may take it over: variables and commands are part of it.</summary>
    public static void MapAdoptionApi(this RouteGroupBuilder api) =>
        api.MapGet("/docker-hosts/{host}/containers/{name}/adoption", GetAsync).RequireAct(Act.EditContainers).Produces<AdoptionResource>().Fails(404)
            .WithTags("Containers").WithSummary("A container that somebody else made, as it would be taken over");

    private static async Task<ApiAnswer> GetAsync(string host, string name, Adoptions adoptions, CancellationToken cancellationToken)
    {
        var (adoption, fault) = await adoptions.ReadAsync(host, name, cancellationToken);
        return adoption is not null
            ? ApiAnswer.Of(AdoptionResource.Of(adoption))
            : throw new ProblemException(Problem.Of(StatusCodes.Status404NotFound) with { Detail = fault });
    }
}
