using HomelabPortal.Access;
using HomelabPortal.Access.Authority;
using HomelabPortal.Cluster.Acts.Planning;
using HomelabPortal.Cluster.Watching;
using HomelabPortal.Kubernetes;

namespace HomelabPortal.Cluster.Acts.Doing;

/// <summary>Reads the templates of two revisions, whole, for who wants to see every difference.</summary>
internal sealed class RevisionReader(ClusterSource source, RollBackEffect rollBack, AuthorityCheck authority)
{
    /// <returns>The differences, line by line, or why there are none to show.</returns>
    public async Task<string> DifferenceAsync(ActWish.RollBack wish, Actor actor, CancellationToken cancellationToken)
    {
        // Templates carry what manifests do, such as passwords of careless programs.
        if (authority.WhyNot(actor, Act.ReadManifests) is { } refusal)
            return refusal.Message;
        if (source.Client is not { } client)
            return source.Help;
        try
        {
            var now = await client.GetRawAsync(ResourceTypes.Deployments, wish.Namespace, wish.Name, cancellationToken);
            var then = await rollBack.TemplateAsync(client, wish, cancellationToken);
            return TemplateDifference.Of(now?["spec"]?["template"], then) is { Count: > 0 } lines ? string.Join('\n', lines) : "The two templates are the same.";
        }
        catch (ActFault fault)
        {
            return fault.Message;
        }
        catch (KubernetesApiException fault)
        {
            return (await ApiFaults.ExplainAsync(client, wish, fault, cancellationToken)).Message;
        }
    }
}
