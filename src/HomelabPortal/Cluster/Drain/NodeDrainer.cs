using HomelabPortal.Cluster.Acts;
using HomelabPortal.Cluster.Acts.Doing;
using HomelabPortal.Cluster.Acts.Planning;
using HomelabPortal.Cluster.Objects;
using HomelabPortal.Cluster.Watching;
using HomelabPortal.Kubernetes;

namespace HomelabPortal.Cluster.Drain;

/// <summary>
/// Empties a node: cordons it, then asks for its pods to leave again and again until none is left, as <c>kubectl drain</c> does.
/// Every round looks at the pods that are there then, so that it can be stopped and begun anew at any point.
/// </summary>
internal sealed class NodeDrainer(ClusterSource source, TimeProvider time)
{
    /// <summary>kubectl's pause after a budget said no.</summary>
    private static readonly TimeSpan _blockedPause = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan _endingPause = TimeSpan.FromSeconds(2);

    /// <param name="portalPod">Evicted last, "namespace/name"; null when the portal is not in the cluster.</param>
    /// <param name="limit">A drain that takes longer is given up; the node stays cordoned.</param>
    public async Task DrainAsync(string node, DrainChoices choices, string? portalPod, TimeSpan limit, Action<DrainProgress> report, CancellationToken cancellationToken)
    {
        var client = source.Client ?? throw new ActFault(source.Help);
        var began = time.GetTimestamp();
        await CordonAsync(client, node, cancellationToken);
        var seen = new HashSet<string>();
        while (true)
        {
            string? waiting;
            var left = int.MaxValue;
            try
            {
                var leaving = await LeavingAsync(client, node, choices, cancellationToken);
                seen.UnionWith(leaving.Select(pod => pod.Uid));
                left = leaving.Count;
                waiting = await EvictAsync(client, InOrder(leaving, portalPod), cancellationToken);
            }
            catch (KubernetesApiException fault) when (fault.Kind is KubernetesErrorKind.Unreachable or KubernetesErrorKind.Timeout or KubernetesErrorKind.Unavailable)
            {
                // Draining the node that holds the API server's address breaks connections; the next round sees what became of it all.
                waiting = "The API server does not answer; it is asked again.";
            }

            if (left == 0)
            {
                report(new DrainProgress(seen.Count, 0, null));
                return;
            }

            report(new DrainProgress(seen.Count, Math.Min(left, seen.Count), waiting));
            if (time.GetElapsedTime(began) > limit)
                throw new ActFault($"{node} is not empty after {limit.TotalMinutes:0} minutes. {waiting ?? "Its pods do not end."} It stays cordoned: drain it again, or uncordon it.");
            await Task.Delay(waiting is null ? _endingPause : _blockedPause, time, cancellationToken);
        }
    }

    private static async Task CordonAsync(KubernetesClient client, string node, CancellationToken cancellationToken)
    {
        try
        {
            await client.MergePatchAsync(ResourceTypes.Nodes, null, node, ActCall.Cordon(true), new PatchOptions { FieldManager = ManagedBy.Portal }, cancellationToken);
        }
        catch (KubernetesApiException fault)
        {
            throw await ApiFaults.ExplainAsync(client, new ActWish.CordonNode(node, true), fault, cancellationToken);
        }
    }

    private static async Task<IReadOnlyList<DrainPod>> LeavingAsync(KubernetesClient client, string node, DrainChoices choices, CancellationToken cancellationToken)
    {
        var pods = DrainPods.Of((await client.ListAsync(ResourceTypes.Pods, new ListOptions { FieldSelector = $"spec.nodeName={node}" }, cancellationToken)).Items);
        // What was placed here since the plan was shown was allowed by nobody.
        return DrainPlanner.Refusal(pods, choices) is { } refusal
            ? throw new ActFault($"{refusal} The node stays cordoned.")
            : [.. pods.Where(pod => pod.MustGo)];
    }

    /// <summary>The portal's own pod goes when it is the only one left: after that nobody would go on.</summary>
    private static IEnumerable<DrainPod> InOrder(IReadOnlyList<DrainPod> leaving, string? portalPod) =>
        leaving.Count == 1 ? leaving : leaving.Where(pod => pod.Key != portalPod);

    /// <returns>What holds a pod back; null when all that were asked agreed.</returns>
    private static async Task<string?> EvictAsync(KubernetesClient client, IEnumerable<DrainPod> pods, CancellationToken cancellationToken)
    {
        string? waiting = null;
        foreach (var pod in pods.Where(pod => !pod.IsLeaving))
        {
            try
            {
                await client.EvictAsync(pod.Namespace, pod.Name, pod.Uid, cancellationToken: cancellationToken);
            }
            catch (KubernetesApiException refusal) when (refusal.Kind is KubernetesErrorKind.TooManyRequests or KubernetesErrorKind.Unavailable)
            {
                waiting ??= EvictionWords.Waiting(pod, refusal);
            }
            catch (KubernetesApiException replaced) when (replaced.Kind == KubernetesErrorKind.Conflict)
            {
                // Another pod of this name is there by now; the next round sees it.
            }
            catch (KubernetesApiException fault) when (fault.Kind is not (KubernetesErrorKind.Unreachable or KubernetesErrorKind.Timeout))
            {
                throw await ApiFaults.ExplainAsync(client, new ActWish.EvictPod(pod.Namespace, pod.Name), fault, cancellationToken);
            }
        }

        return waiting;
    }
}
