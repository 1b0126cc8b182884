using HomelabPortal.Access;
using HomelabPortal.Api.Problems;
using HomelabPortal.Cluster.Objects.Browser;
using HomelabPortal.Cluster.Objects.Manifests;
using HomelabPortal.Cluster.Objects.OnDemand;

namespace HomelabPortal.Cluster.Objects.Api;

/// <summary>How a manifest is wanted. Values that look like secrets are always masked here; a person can have them shown on the page.</summary>
/// <param name="Format">"yaml" or "json", instead of the Accept header, for links.</param>
/// <param name="ManagedFields">True includes the record of who wrote which field.</param>
internal sealed record ManifestRequest(string? Format, bool? ManagedFields, HttpContext Context, KindCatalogue Catalogue, ManifestDesk Desk)
{
    public async Task<IResult> AnswerAsync(string resource, string ns, string name)
    {
        var cancellationToken = Context.RequestAborted;
        var kind = (await Catalogue.FindAsync(resource, cancellationToken)).OrProblem();
        if (kind.IsNamespaced != ns.Length > 0)
            throw new ProblemException(Problem.Of(StatusCodes.Status404NotFound) with { Detail = kind.IsNamespaced ? $"{kind.Kind} objects are in namespaces: /objects/{resource}/NAMESPACE/{name}." : $"{kind.Kind} objects are in no namespace: /objects/{resource}/{name}." });
        var manifest = (await Desk.ReadAsync(new ObjectAddress(kind.Type, ns, name), Actor.Of(Context.User), cancellationToken)).OrProblem();
        return new ManifestAnswer(manifest, WantsYaml, ManagedFields == true);
    }

    private bool WantsYaml => Format switch
    {
        "yaml" => true,
        "json" => false,
        null => Context.Request.GetTypedHeaders().Accept.OrderByDescending(type => type.Quality ?? 1).FirstOrDefault()?.SubType.Value is "yaml" or "x-yaml",
        _ => throw new ProblemException(Problem.Invalid("format", "format is yaml or json.")),
    };
}
