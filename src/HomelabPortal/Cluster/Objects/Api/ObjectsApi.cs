using HomelabPortal.Access;
using HomelabPortal.Access.Authority;
using HomelabPortal.Api;
using HomelabPortal.Cluster.Objects.Browser;
using HomelabPortal.Cluster.Objects.Manifests;
using HomelabPortal.Cluster.Objects.OnDemand;
using Microsoft.AspNetCore.Mvc;

namespace HomelabPortal.Cluster.Objects.Api;

/// <summary>Every object of the cluster, of whatever kind, read when it is asked for.</summary>
internal static class ObjectsApi
{
    private static readonly int[] _faults = [StatusCodes.Status404NotFound, StatusCodes.Status502BadGateway, StatusCodes.Status503ServiceUnavailable];

    public static void MapObjectsApi(this RouteGroupBuilder api)
    {
        var objects = api.MapGroup("/objects").WithTags("Objects");
        objects.MapGet("", KindsAsync).RequireAct(Act.SeeLab).Produces<IReadOnlyList<KindResource>>().Fails(_faults).WithSummary("Every kind the cluster serves");
        objects.MapGet("/{resource}", ListAsync).RequireAct(Act.SeeLab).Produces<ObjectPartResource>().Fails(_faults).WithSummary("Names and ages of the objects of one kind, 250 at a time");
        objects.MapGet("/{resource}/{name}", (string resource, string name, [AsParameters] ManifestRequest request) => request.AnswerAsync(resource, "", name))
            .RequireAct(Act.ReadManifests).Gives().WithSummary("The manifest of an object without a namespace; JSON, or YAML by the Accept header");
        objects.MapGet("/{resource}/{namespace}/{name}", (string resource, [FromRoute(Name = "namespace")] string ns, string name, [AsParameters] ManifestRequest request) => request.AnswerAsync(resource, ns, name))
            .RequireAct(Act.ReadManifests).Gives().WithSummary("The manifest of an object in a namespace; JSON, or YAML by the Accept header");
    }

    private static RouteHandlerBuilder Gives(this RouteHandlerBuilder endpoint) =>
        endpoint.Produces<System.Text.Json.Nodes.JsonObject>(StatusCodes.Status200OK, "application/json", ManifestAnswer.Yaml).Fails(_faults);

    private static async Task<ApiAnswer> KindsAsync(KindCatalogue catalogue, CancellationToken cancellationToken) =>
        ApiAnswer.Of((await catalogue.ReadAsync(cancellationToken)).OrProblem().Kinds.Select(KindResource.Of));

    private static async Task<ApiAnswer> ListAsync(string resource, [FromQuery(Name = "namespace")] string? ns, string? after, KindCatalogue catalogue, ObjectLister lister, CancellationToken cancellationToken)
    {
        var kind = (await catalogue.FindAsync(resource, cancellationToken)).OrProblem();
        var part = (await lister.ReadAsync(kind, ns, after ?? "", cancellationToken)).OrProblem();
        return ApiAnswer.Of(ObjectPartResource.Of(part));
    }
}
