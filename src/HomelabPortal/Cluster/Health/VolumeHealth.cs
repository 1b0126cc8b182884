using HomelabPortal.Kubernetes;
using HomelabPortal.Ui.State;

namespace HomelabPortal.Cluster.Health;

/// <summary>Judges volumes of Longhorn and the claims on any storage.</summary>
internal static class VolumeHealth
{
    private static readonly TimeSpan _bindsWithin = TimeSpan.FromMinutes(2);

    /// <summary>A detached volume is normally of unknown robustness: it is off, not unknown.</summary>
    public static Verdict Judge(LonghornVolume volume)
    {
        var (status, replicas) = (volume.Status, Spoken.Count(volume.Spec.NumberOfReplicas, "replica"));
        return (status.State, status.Robustness) switch
        {
            (_, "faulted") => new Verdict(HealthState.Broken, "Faulted", $"None of its {replicas} can be used.") { Since = status.LastDegradedAt },
            (_, "degraded") => new Verdict(HealthState.Degraded, "Degraded", $"Fewer than its {replicas} are healthy.{Unscheduled(status)}") { Since = status.LastDegradedAt },
            ("detached", _) => new Verdict(HealthState.Off, "Detached", "No pod uses it now."),
            ("creating" or "attaching" or "detaching" or "deleting", _) => new Verdict(HealthState.Progressing, Capital(status.State)),
            (_, "healthy") => new Verdict(HealthState.Healthy, "Healthy"),
            _ => new Verdict(HealthState.Unknown, "Unknown", "Longhorn does not say how it is."),
        };
    }

    public static Verdict Judge(PersistentVolumeClaim claim, DateTimeOffset now)
    {
        var since = claim.Metadata.CreationTimestamp;
        return claim switch
        {
            { Metadata.DeletionTimestamp: not null } => new Verdict(HealthState.Progressing, "Terminating"),
            { Status.Phase: "Bound" } => new Verdict(HealthState.Healthy, "Bound"),
            { Status.Phase: "Lost" } => new Verdict(HealthState.Broken, "Lost", $"Its volume {claim.Spec.VolumeName} is gone.") { Since = since },
            _ when since is { } start && now - start < _bindsWithin => new Verdict(HealthState.Progressing, "Pending") { Since = since, ChangesAt = start + _bindsWithin },
            // Waiting for the first pod is a storage class's choice, so a pending claim alone is no fault.
            { Status.Phase: "Pending" } => new Verdict(HealthState.Degraded, "Pending", "No volume has been bound to it yet.") { Since = since, NeedsSomeone = false },
            _ => new Verdict(HealthState.Unknown, "Unknown"),
        };
    }

    /// <summary>Longhorn joins several causes with semicolons; the first is the one to act on.</summary>
    private static string Unscheduled(LonghornVolumeStatus status) =>
        status.Conditions.Find("Scheduled") is { Status: "False", Message.Length: > 0 } scheduled ? $" Longhorn finds no place for another: {Spoken.Sentence(scheduled.Message.Split(';')[0])}" : "";

    private static string Capital(string word) => char.ToUpperInvariant(word[0]) + word[1..];
}
