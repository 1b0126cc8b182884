using System.Text.Json.Nodes;
using HomelabPortal.Cluster.Acts.Jobs;
using HomelabPortal.Cluster.Acts.Planning;
using HomelabPortal.Cluster.Objects;
using HomelabPortal.Kubernetes;
using HomelabPortal.Platform;

namespace HomelabPortal.Cluster.Acts.Doing;

/// <summary>Puts the template of an earlier revision in place and rolls it out.</summary>
internal sealed class RollBackEffect(OutcomeWatch outcome, Live<ClusterState> live, TimeProvider time)
{
    public async Task RunAsync(KubernetesClient client, ActWish.RollBack wish, ActSeen seen, ActJobProgress progress, CancellationToken cancellationToken)
    {
        progress.Plan("Read the revision", "Ask the server whether it takes it", "Put its template in place", "Wait until its pods run", "Check that it is in place");
        progress.Begin("Read the revision");
        var since = time.GetUtcNow().AddSeconds(-2);
        var template = await TemplateAsync(client, wish, cancellationToken);
        progress.Begin("Ask the server whether it takes it");
        await PatchAsync(client, wish, seen, template, dryRun: true, cancellationToken);
        progress.Begin("Put its template in place");
        var generation = GuardedPatch.SeenOf(await PatchAsync(client, wish, seen, template, dryRun: false, cancellationToken)).Generation;
        progress.Begin("Wait until its pods run");
        var words = await outcome.UntilAsync(state => RolloutLook.Of(state, wish, seen.Uid, generation, since), WorkloadEffects.RolloutLimit, progress, cancellationToken);
        progress.Begin("Check that it is in place");
        var now = await client.GetRawAsync(ResourceTypes.Deployments, wish.Namespace, wish.Name, cancellationToken);
        if (!JsonNode.DeepEquals(now?["spec"]?["template"], template))
            throw new ActFault($"{wish.Subject} was changed again by somebody else before it was done.");
        progress.Conclude($"{wish.Name} runs revision {wish.Revision} again: {words}");
    }

    /// <summary>As its ReplicaSet keeps it, without the label that tells ReplicaSets apart.</summary>
    public async Task<JsonObject> TemplateAsync(KubernetesClient client, ActWish.RollBack wish, CancellationToken cancellationToken)
    {
        var name = live.Current.Value.Deployments.Find(wish.Key) is { } deployment
            ? Revisions.Of(live.Current.Value, deployment).FirstOrDefault(revision => revision.Number == wish.Revision)?.ReplicaSet
            : null;
        var set = name is null ? null : await client.GetRawAsync(ResourceTypes.ReplicaSets, wish.Namespace, name, cancellationToken);
        if (set?["spec"]?["template"]?.DeepClone() is not JsonObject template || (string?)set["metadata"]?["annotations"]?[Revisions.Annotation] != $"{wish.Revision}")
            throw new ActFault($"The history of {wish.Subject} has no revision {wish.Revision} any more.");
        (template["metadata"]?["labels"] as JsonObject)?.Remove("pod-template-hash");
        return template;
    }

    private static async Task<JsonObject> PatchAsync(KubernetesClient client, ActWish wish, ActSeen seen, JsonObject template, bool dryRun, CancellationToken cancellationToken)
    {
        var operations = new JsonArray(
            new JsonObject { ["op"] = "test", ["path"] = "/metadata/uid", ["value"] = seen.Uid },
            new JsonObject { ["op"] = "test", ["path"] = "/metadata/generation", ["value"] = seen.Generation },
            new JsonObject { ["op"] = "replace", ["path"] = "/spec/template", ["value"] = template.DeepClone() });
        try
        {
            return await client.JsonPatchAsync(ResourceTypes.Deployments, wish.Namespace, wish.Name, operations, new PatchOptions { FieldManager = ManagedBy.Portal, DryRun = dryRun }, cancellationToken);
        }
        catch (KubernetesApiException fault) when (fault.Kind == KubernetesErrorKind.Invalid)
        {
            // A test that failed and a template that is refused look alike; the object tells them apart.
            await GuardedPatch.ReadAsync(client, ResourceTypes.Deployments, wish, seen, cancellationToken);
            throw;
        }
    }
}
