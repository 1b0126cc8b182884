using System.Collections.Immutable;
using HomelabPortal.Cluster;
using HomelabPortal.Cluster.Acts.Planning;
using HomelabPortal.Cluster.Display;
using HomelabPortal.Cluster.Objects;
using HomelabPortal.Kubernetes;

namespace HomelabPortal.Overview;

/// <summary>Pure: the latest changes of Deployments, read off their history, whoever made them. A first revision is no change.</summary>
internal static class Rollouts
{
    /// <summary>What was changed before that has nothing to do with what is wrong today.</summary>
    private static readonly TimeSpan _recent = TimeSpan.FromDays(30);

    public static ImmutableArray<RecentChange> Of(ClusterState state, int most, DateTimeOffset now) =>
    [
        .. state.ReplicaSets.All
            .Where(set => set.Metadata.Controller()?.Kind == "Deployment" && Revisions.NumberOf(set.Metadata) > 0)
            .GroupBy(set => (set.Metadata.Namespace, set.Metadata.Controller()!.Name))
            .Select(sets => sets.OrderByDescending(set => Revisions.NumberOf(set.Metadata)).Take(2).ToList())
            .Where(sets => sets.Count == 2 && sets[0].Metadata.CreationTimestamp > now - _recent)
            .OrderByDescending(sets => sets[0].Metadata.CreationTimestamp)
            .Take(most)
            .Select(sets => Of(sets[0], sets[1], state)),
    ];

    private static RecentChange Of(ReplicaSet now, ReplicaSet before, ClusterState state)
    {
        var (ns, name) = (now.Metadata.Namespace, now.Metadata.Controller()!.Name);
        var by = state.Deployments.Find(ns, name) is { } deployment ? ManagedBy.Of(deployment.Metadata, state)?.Tool : null;
        return new RecentChange(now.Metadata.CreationTimestamp!.Value, $"{name}{What(now, before)}", by ?? "by hand", ObjectHref.Of("Deployment", ns, name)!);
    }

    private static string What(ReplicaSet now, ReplicaSet before)
    {
        var images = now.Spec.Template.Spec.Containers
            .Join(before.Spec.Template.Spec.Containers, container => container.Name, container => container.Name, (after, was) => (Was: ImageName.Short(was.Image), Is: ImageName.Short(after.Image)))
            .Where(pair => pair.Was != pair.Is).Select(pair => Words(pair.Was, pair.Is)).ToList();
        return images.Count > 0 ? $": {string.Join(", ", images)}" : $" was rolled out anew (revision {Revisions.NumberOf(now.Metadata)})";
    }

    /// <summary>Of the same image only the versions.</summary>
    private static string Words(string was, string now) => was.Split(':') is [var name, var old] && now.Split(':') is [var same, var next] && name == same ? $"{old} → {next}" : $"{was} → {now}";
}
