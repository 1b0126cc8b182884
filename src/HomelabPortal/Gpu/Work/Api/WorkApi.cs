using System.Text.Json.Nodes;
using HomelabPortal.Access;
using HomelabPortal.Access.Authority;
using HomelabPortal.Api;
using HomelabPortal.Api.Changes;
using HomelabPortal.Api.Problems;
using HomelabPortal.Cluster.Objects.Api;
using HomelabPortal.Gpu.Work.Acting;
using HomelabPortal.Gpu.Work.Inspecting;

namespace HomelabPortal.Gpu.Work.Api;

/// <summary>Any container of a Docker host: seen, inspected, started and stopped.</summary>
internal static class WorkApi
{
    public static void MapWorkApi(this RouteGroupBuilder api)
    {
        var container = api.MapGroup("/docker-hosts/{host}/containers/{name}").WithTags("Containers").Fails(StatusCodes.Status404NotFound, StatusCodes.Status503ServiceUnavailable);
        container.MapGet("", GetAsync).RequireAct(Act.SeeLab).Produces<HostContainerResource>().WithSummary("One container of a Docker host, whoever keeps it");
        container.MapGet("/inspect", InspectAsync).RequireAct(Act.ReadManifests).Produces<JsonObject>(StatusCodes.Status200OK, "application/json", ManifestAnswer.Yaml)
            .Fails(StatusCodes.Status422UnprocessableEntity).WithSummary("Everything its engine says of it, secret values hidden; JSON, or YAML by the Accept header");
        Describe(container.MapPost("/start", (string host, string name, HttpContext http, ContainerWork work) => RunAsync(WorkAct.Start, host, name, http, work)), "Start a container that the portal does not keep");
        Describe(container.MapPost("/stop", (string host, string name, HttpContext http, ContainerWork work) => RunAsync(WorkAct.Stop, host, name, http, work)), "Stop a container that the portal does not keep");
        Describe(container.MapPost("/restart", (string host, string name, HttpContext http, ContainerWork work) => RunAsync(WorkAct.Restart, host, name, http, work)), "Restart a container that the portal does not keep");
    }

    private static void Describe(RouteHandlerBuilder endpoint, string summary) =>
        endpoint.RequireAct(Act.EditContainers).Produces<WorkDoneResource>().Fails(StatusCodes.Status409Conflict).WithSummary(summary);

    private static async Task<ApiAnswer> GetAsync(string host, string name, ContainerReader reader, CancellationToken cancellationToken) =>
        ApiAnswer.Of(HostContainerResource.Of((await reader.ReadAsync(host, name, cancellationToken)).OfHost()));

    private static async Task<IResult> InspectAsync(string host, string name, string? format, HttpContext http, ContainerReader reader)
    {
        var isYaml = format switch
        {
            "yaml" => true,
            "json" => false,
            null => http.Request.GetTypedHeaders().Accept.OrderByDescending(type => type.Quality ?? 1).FirstOrDefault()?.SubType.Value is "yaml" or "x-yaml",
            _ => throw new ProblemException(Problem.Invalid("format", "format is yaml or json.")),
        };
        return new InspectAnswer((await reader.ReadAsync(host, name, http.RequestAborted)).OfHost(), isYaml);
    }

    private static async Task<IResult> RunAsync(WorkAct act, string host, string name, HttpContext http, ContainerWork work)
    {
        var done = await work.RunAsync(act, host, name, Actor.Of(http.User), http.RequestAborted);
        return done.Outcome.Succeeded ? ApiAnswer.Of(new WorkDoneResource(done.WasAlready, done.Said)) : throw new ProblemException(ChangeDesk.ProblemOf(done.Outcome));
    }
}
