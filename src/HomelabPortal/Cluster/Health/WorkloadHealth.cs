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
        if (RolloutStatus.Of(deployment) is { } rolling)
            return Rolling(rolling, status.AvailableReplicas, desired, status.UpdatedReplicas >= desired, status.Conditions.Find("Available"));
        return Full(status.AvailableReplicas, desired, status.Conditions.Find("Available"));
    }

    public static Verdict Judge(StatefulSet set)
    {
        var (desired, ready) = (WorkloadDisplay.Desired(set), set.Status.ReadyReplicas);
        return desired == 0 ? Off()
            : RolloutStatus.Of(set) is { } rolling && set.Status.CurrentRevision != set.Status.UpdateRevision ? Rolling(rolling, ready, desired, false, null)
            : Full(ready, desired, null);
    }

    public static Verdict Judge(DaemonSet set)
    {
        var (desired, available) = (set.Status.DesiredNumberScheduled, set.Status.NumberAvailable);
        return desired == 0 ? Off()
            : set.Status.UpdatedNumberScheduled < desired && RolloutStatus.Of(set) is { } rolling ? Rolling(rolling, available, desired, false, null)
            : Full(available, desired, null);
    }

    /// <summary>"1 of 3 replicas available."</summary>
    public static string Available(int available, int desired) => $"{available} of {Spoken.Count(desired, "replica")} available.";

    private static Verdict Off() => new(HealthState.Off, "Scaled to 0", "It is switched off: no replicas are wanted.");

    /// <summary>New pods are all there and none is available: the rollout does not pass by waiting.</summary>
    private static Verdict Rolling(string rolling, int available, int desired, bool allUpdated, Condition? condition) =>
        available == 0 && allUpdated ? Full(available, desired, condition) : new Verdict(HealthState.Progressing, "Rolling out", rolling);

    private static Verdict Full(int available, int desired, Condition? condition) => available switch
    {
        0 => new Verdict(HealthState.Broken, "Down", Available(available, desired)) { Since = condition?.LastTransitionTime },
        _ when available < desired => new Verdict(HealthState.Degraded, $"{available} of {desired}", Available(available, desired)) { Since = condition?.LastTransitionTime },
        _ => new Verdict(HealthState.Healthy, "Available", Available(available, desired)),
    };
}
