using HomelabPortal.Cluster.Display;
using HomelabPortal.Kubernetes;
using HomelabPortal.Ui.State;

namespace HomelabPortal.Cluster.Health;

/// <summary>Judges workloads by their rollout (kubectl's <c>rollout status</c>) and by how many replicas are available.</summary>
internal static class WorkloadHealth
{
    public static Verdict Judge(Deployment deployment)
    {
        var (desired, status) = (WorkloadDisplay.Desired(deployment), deployment.Status);
        if (status.Conditions.Find("Progressing") is { Reason: "ProgressDeadlineExceeded" } failed)
            return new Verdict(HealthState.Broken, "Rollout failed", Available(status.AvailableReplicas, desired) + " The rollout did not finish in time.") { Since = failed.LastTransitionTime };
        if (desired == 0)
            return Off();
        if (RolloutStatus.Of(deployment) is { } rolling && !IsPlaced(deployment, desired))
            return Rolling(rolling);
        return Full(status.AvailableReplicas, desired, status.Conditions.Find("Available"));
    }

    public static Verdict Judge(StatefulSet set)
    {
        var (desired, ready) = (WorkloadDisplay.Desired(set), set.Status.ReadyReplicas);
        return desired == 0 ? Off()
            : RolloutStatus.Of(set) is { } rolling && set.Status.CurrentRevision != set.Status.UpdateRevision ? Rolling(rolling)
            : Full(ready, desired, null);
    }

    public static Verdict Judge(DaemonSet set)
    {
        var (desired, available) = (set.Status.DesiredNumberScheduled, set.Status.NumberAvailable);
        return desired == 0 ? Off()
            : set.Status.UpdatedNumberScheduled < desired && RolloutStatus.Of(set) is { } rolling ? Rolling(rolling)
            : Full(available, desired, null);
    }

    /// <summary>"1 of 3 replicas available."</summary>
    public static string Available(int available, int desired) => $"{available} of {Spoken.Count(desired, "replica")} available.";

    private static Verdict Off() => new(HealthState.Off, "Scaled to 0", "It is switched off: no replicas are wanted.");

    private static Verdict Rolling(string rolling) => new(HealthState.Progressing, "Rolling out", rolling);

    /// <summary>The rollout itself is over: what is missing now has gone missing since, and waiting for it is no progress.</summary>
    private static bool IsPlaced(Deployment deployment, int desired) =>
        deployment.Metadata.Generation <= deployment.Status.ObservedGeneration
        && deployment.Status.UpdatedReplicas >= desired && deployment.Status.Replicas <= deployment.Status.UpdatedReplicas
        && deployment.Status.Conditions.Find("Progressing") is null or { Reason: "NewReplicaSetAvailable" };

    private static Verdict Full(int available, int desired, Condition? condition) => available switch
    {
        0 => new Verdict(HealthState.Broken, "Down", Available(available, desired)) { Since = condition?.LastTransitionTime },
        _ when available < desired => new Verdict(HealthState.Degraded, $"{available} of {desired}", Available(available, desired)) { Since = condition?.LastTransitionTime },
        _ => new Verdict(HealthState.Healthy, "Available", Available(available, desired)),
    };
}
