using HomelabPortal.Cluster.Display;
using HomelabPortal.Kubernetes;

namespace HomelabPortal.Cluster;

/// <summary>One warning as pages show it.</summary>
public sealed record EventRow(string Key, string Reason, string Subject, string Message, int Times, DateTimeOffset? LastSeen)
{
    private const int Most = 50;

    /// <summary>What was said of one object, newest first.</summary>
    internal static IReadOnlyList<EventRow> About(ClusterState state, string kind, ObjectMeta item) =>
    [
        .. state.Warnings.All
            .Where(happened => happened.InvolvedObject is { } about && (about.Uid.Length > 0 && about.Uid == item.Uid
                || (about.Kind == kind && about.Name == item.Name && (about.Namespace == item.Namespace || item.Namespace.Length == 0))))
            .OrderByDescending(happened => happened.LastSeen())
            .Take(Most)
            .Select(Of),
    ];

    private static EventRow Of(Event happened) =>
        new(happened.Metadata.Uid, happened.Reason, EventDisplay.Object(happened), happened.Message, happened.Times(), happened.LastSeen());
}
