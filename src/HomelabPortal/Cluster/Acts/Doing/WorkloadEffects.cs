using System.Globalization;
using HomelabPortal.Cluster.Acts.Jobs;
using HomelabPortal.Cluster.Acts.Planning;
using HomelabPortal.Cluster.Health;
using HomelabPortal.Kubernetes;

namespace HomelabPortal.Cluster.Acts.Doing;

/// <summary>Restarts and scales.</summary>
internal sealed class WorkloadEffects(OutcomeWatch outcome, TimeProvider time)
{
    /// <summary>Kubernetes itself calls a rollout failed after ten minutes without progress.</summary>
    public static readonly TimeSpan RolloutLimit = TimeSpan.FromMinutes(12);

    public async Task RestartAsync(KubernetesClient client, ActWish.Restart wish, ActSeen seen, ActJobProgress progress, CancellationToken cancellationToken)
    {
        progress.Plan("Ask for new pods", "Wait until they run");
        progress.Begin("Ask for new pods");
        // The server's clock has whole seconds only.
        var (since, at) = (time.GetUtcNow().AddSeconds(-2), time.GetUtcNow().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
        var answer = await GuardedPatch.MergeAsync(client, TypeOf(wish), wish, seen, ActCall.Restart(at), null, cancellationToken);
        var generation = GuardedPatch.SeenOf(answer).Generation;
        progress.Begin("Wait until they run");
        var words = await outcome.UntilAsync(state => StillOurs(state, wish, at) ?? RolloutLook.Of(state, wish, seen.Uid, generation, since), RolloutLimit, progress, cancellationToken);
        progress.Conclude($"{wish.Name} is restarted: {words}");
    }

    public async Task ScaleAsync(KubernetesClient client, ActWish.Scale wish, ActSeen seen, ActJobProgress progress, CancellationToken cancellationToken)
    {
        var wait = wish.Replicas == 0 ? "Wait until its pods are gone" : $"Wait until {Spoken.Count(wish.Replicas, "pod")} {(wish.Replicas == 1 ? "is" : "are")} ready";
        progress.Plan("Set the number of replicas", wait);
        progress.Begin("Set the number of replicas");
        var since = time.GetUtcNow().AddSeconds(-2);
        await GuardedPatch.MergeAsync(client, TypeOf(wish), wish, seen, ActCall.Scale(wish.Replicas), "scale", cancellationToken);
        progress.Begin(wait);
        var look = new ScaleLook(wish, seen.Uid, since);
        progress.Conclude(await outcome.UntilAsync(look.Of, RolloutLimit, progress, cancellationToken));
    }

    public static ResourceType TypeOf(ActWish wish) => wish.Kind switch
    {
        "StatefulSet" => ResourceTypes.StatefulSets,
        "DaemonSet" => ResourceTypes.DaemonSets,
        _ => ResourceTypes.Deployments,
    };

    /// <summary>Null while the restart of this act is the last one.</summary>
    private static Look? StillOurs(ClusterState state, ActWish wish, string at)
    {
        var template = wish.Kind switch
        {
            "StatefulSet" => state.StatefulSets.Find(wish.Key)?.Spec.Template,
            "DaemonSet" => state.DaemonSets.Find(wish.Key)?.Spec.Template,
            _ => state.Deployments.Find(wish.Key)?.Spec.Template,
        };
        // Times in this form sort as text.
        return string.CompareOrdinal(template?.Metadata.Annotations.GetValueOrDefault(ActCall.RestartedAt), at) > 0
            ? throw new ActFault($"{wish.Subject} was restarted once more meanwhile.")
            : null;
    }
}
