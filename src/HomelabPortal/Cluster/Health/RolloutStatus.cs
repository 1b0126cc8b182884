using HomelabPortal.Cluster.Display;
using HomelabPortal.Kubernetes;

namespace HomelabPortal.Cluster.Health;

/// <summary>What a rollout waits for (kubectl's <c>rollout_status.go</c>); null when it is done or the strategy has none.</summary>
internal static class RolloutStatus
{
    private const string NotSeenYet = "The new version has not been picked up yet.";

    public static string? Of(Deployment deployment)
    {
        var (desired, status) = (WorkloadDisplay.Desired(deployment), deployment.Status);
        if (deployment.Metadata.Generation > status.ObservedGeneration)
            return NotSeenYet;
        if (status.UpdatedReplicas < desired)
            return $"{status.UpdatedReplicas} of {Spoken.Count(desired, "new replica")} updated.";
        if (status.Replicas > status.UpdatedReplicas)
            return $"{Spoken.Count(status.Replicas - status.UpdatedReplicas, "old replica")} still to stop.";
        return status.AvailableReplicas < status.UpdatedReplicas
            ? $"{status.AvailableReplicas} of {Spoken.Count(status.UpdatedReplicas, "updated replica")} available."
            : null;
    }

    public static string? Of(StatefulSet set)
    {
        var (desired, status) = (WorkloadDisplay.Desired(set), set.Status);
        if (set.Spec.UpdateStrategy.Type == "OnDelete")
            return null;
        if (status.ObservedGeneration == 0 || set.Metadata.Generation > status.ObservedGeneration)
            return NotSeenYet;
        if (status.ReadyReplicas < desired)
            return $"{Spoken.Count(desired - status.ReadyReplicas, "pod")} still to become ready.";
        if (set.Spec.UpdateStrategy.RollingUpdate?.Partition is { } partition and > 0)
            return status.UpdatedReplicas < desired - partition ? $"{status.UpdatedReplicas} of {Spoken.Count(desired - partition, "new pod")} updated." : null;
        return status.UpdateRevision != status.CurrentRevision ? $"{status.UpdatedReplicas} of {Spoken.Count(desired, "pod")} at the new version." : null;
    }

    public static string? Of(DaemonSet set)
    {
        var status = set.Status;
        if (set.Spec.UpdateStrategy.Type == "OnDelete")
            return null;
        if (set.Metadata.Generation > status.ObservedGeneration)
            return NotSeenYet;
        if (status.UpdatedNumberScheduled < status.DesiredNumberScheduled)
            return $"{status.UpdatedNumberScheduled} of {Spoken.Count(status.DesiredNumberScheduled, "new pod")} updated.";
        return status.NumberAvailable < status.DesiredNumberScheduled
            ? $"{status.NumberAvailable} of {Spoken.Count(status.DesiredNumberScheduled, "updated pod")} available."
            : null;
    }
}
