using HomelabPortal.Access.Authority;
using HomelabPortal.Api;
using HomelabPortal.Api.Problems;

namespace HomelabPortal.Search.Api;

internal static class SearchApi
{
    private const int Most = 50;

    public static void MapSearchApi(this RouteGroupBuilder api) =>
        api.MapGet("/search", Find).RequireAct(Act.SeeLab).Produces<SearchResource>().Fails(400).WithTags("Lab")
            .WithSummary("Find anything in the lab by a few letters").WithDescription("Apps, exposures, hostnames, workloads, nodes, services, routes, containers, machines, checks, tunnels, login policies, GPU cards, volumes, DNS zones and records, pods and what else has a page; the best hits first. limit is at most 50; left out, it is 12. With acts=true, also what can be done to them, as the pages that ask before they do it.");

    private static ApiAnswer Find(string? q, int? limit, bool? acts, LabSearch search)
    {
        if (q is null || q.Length > LabSearch.Longest)
            throw new ProblemException(Problem.Of(StatusCodes.Status400BadRequest) with { Detail = $"Give q, what to look for, in at most {LabSearch.Longest} characters." });
        if (limit is < 1 or > Most)
            throw new ProblemException(Problem.Of(StatusCodes.Status400BadRequest) with { Detail = $"limit is a number from 1 to {Most}." });
        return ApiAnswer.Of(new SearchResource([.. search.Find(q, limit ?? 12, acts ?? false).Select(hit => new SearchHitResource(hit.Kind, hit.Name, hit.Place, hit.Href, hit.State))]));
    }
}
