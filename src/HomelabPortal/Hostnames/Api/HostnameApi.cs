using HomelabPortal.Access;
using HomelabPortal.Access.Authority;
using HomelabPortal.Api;
using HomelabPortal.Api.Problems;
using HomelabPortal.Hostnames.Pages;
using HomelabPortal.Hostnames.Probing;
using HomelabPortal.Hostnames.Trial;
using HomelabPortal.Hostnames.Watching;
using HomelabPortal.Platform;
using HomelabPortal.Ui.State;

namespace HomelabPortal.Hostnames.Api;

internal static class HostnameApi
{
    public static void MapHostnameApi(this RouteGroupBuilder api)
    {
        var hostnames = api.MapGroup("/hostnames").WithTags("Hostnames");
        hostnames.MapGet("", List).RequireAct(Act.SeeLab).Produces<Listing<HostnameResource>>().Fails(400)
            .WithSummary("Every hostname that DNS, a tunnel or the ingress knows, with its class").WithDescription("show=problems, show=internet or a class such as show=dangling gives a part of them.");
        hostnames.MapGet("/try", Try).RequireAct(Act.SeeLab).Produces<TrialResource>().Fails(400)
            .WithSummary("Follow a request through DNS, login, tunnel and ingress; nothing is sent").WithDescription("tunnel tries the rules of that tunnel, wherever DNS leads.");
        hostnames.MapGet("/{name}", Get).RequireAct(Act.SeeLab).Produces<HostnameResource>().Fails(404).WithSummary("One hostname with its three parts");
        hostnames.MapPost("/{name}/probe", ProbeAsync).RequireAct(Act.ProbeNames).Produces<ProbeResource>().Fails(422)
            .WithSummary("Ask a hostname from outside, through Cloudflare's edge").WithDescription("Only names whose record leads through Cloudflare are asked, one at a time; a bad answer is a good result of the try.");
    }

    private static ApiAnswer List(string? show, Live<HostnameState> live, Live<ProbeState> probes) => HostnameFilters.IsKnown(show)
        ? ApiAnswer.Of(Listing<HostnameResource>.Of(Freshness.Of(live.Current), HostnameFilters.Rows(live.Current.Value, show).Select(row => HostnameResource.Of(row, probes.Current.Value))))
        : throw new ProblemException(Problem.Of(StatusCodes.Status400BadRequest) with { Detail = $"There is no part “{show}”. Leave show out, or give problems, internet or a class." });

    private static ApiAnswer Get(string name, Live<HostnameState> live, Live<ProbeState> probes) => live.Current.Value.Find(name.TrimEnd('.').ToLowerInvariant()) is { } row
        ? ApiAnswer.Of(HostnameResource.Of(row, probes.Current.Value))
        : throw new ProblemException(Problem.Of(StatusCodes.Status404NotFound));

    private static async Task<ApiAnswer> ProbeAsync(string name, HttpContext http, ProbeActs acts)
    {
        var (outcome, result) = await acts.ProbeAsync(name, Actor.Of(http.User), http.RequestAborted);
        return result is not null ? ApiAnswer.Of(ProbeResource.Of(result)) : throw new ProblemException(outcome.Refusal is { } refusal
            ? Problem.Of(refusal)
            : new Problem(Problem.PlanRefused, "It was not tried.", StatusCodes.Status422UnprocessableEntity, outcome.Fault));
    }

    private static ApiAnswer Try(string? url, string? tunnel, UrlTrials trials)
    {
        var (result, fault) = trials.Try(url, tunnel);
        return result is not null ? ApiAnswer.Of(TrialResource.Of(result)) : throw new ProblemException(Problem.Of(StatusCodes.Status400BadRequest) with { Detail = fault });
    }
}
