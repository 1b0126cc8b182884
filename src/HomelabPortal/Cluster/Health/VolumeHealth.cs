using HomelabPortal.Cluster.Volumes;
using HomelabPortal.Kubernetes;
using HomelabPortal.Ui.State;

namespace HomelabPortal.Cluster.Health;

/// <summary>Judges volumes of Longhorn and the claims on any storage.</summary>
internal static class VolumeHealth
{
    private static readonly TimeSpan _bindsWithin = TimeSpan.FromMinutes(2);

    public static Verdict Judge(LonghornVolume volume) => Judge(volume, []);

    /// <summary>A detached volume is normally of unknown robustness: it is off, not unknown.</summary>
    /// <param name="replicas">Empty when they are not known.</param>
    public static Verdict Judge(LonghornVolume volume, IReadOnlyList<ReplicaView> replicas)
    {
        var status = volume.Status;
        return (status.State, status.Robustness) switch
        {
            (_, "faulted") => new Verdict(HealthState.Broken, "Faulted", $"None of its {Spoken.Count(volume.Spec.NumberOfReplicas, "replica")} can be used.") { Since = status.LastDegradedAt },
            (_, "degraded") => Degraded(volume, replicas) with { Since = status.LastDegradedAt },
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

    /// <summary>With two healthy replicas a rebuild is progress; with one it is a race.</summary>
    private static Verdict Degraded(LonghornVolume volume, IReadOnlyList<ReplicaView> replicas)
    {
        var wanted = volume.Spec.NumberOfReplicas;
        var whole = replicas.Where(replica => replica.IsWhole).ToList();
        var healthy = whole switch
        {
            [] => $"Fewer than its {Spoken.Count(wanted, "replica")} are healthy.",
            [var only] => $"Only 1 of its {Spoken.Count(wanted, "replica")} is healthy, on {only.Node}.",
            _ => $"{whole.Count} of its {Spoken.Count(wanted, "replica")} are healthy.",
        };
        return replicas.FirstOrDefault(replica => replica.IsRebuilding) is { } filled
            ? new Verdict(whole.Count > 1 ? HealthState.Progressing : HealthState.Degraded, filled.Word, $"{healthy} Another is being rebuilt on {filled.Node}, {filled.Progress} % done.")
            : new Verdict(HealthState.Degraded, "Degraded", healthy + Unscheduled(volume.Status));
    }

    /// <summary>Longhorn joins several causes with semicolons; the first is the one to act on.</summary>
    private static string Unscheduled(LonghornVolumeStatus status) =>
        status.Conditions.Find("Scheduled") is { Status: "False", Message.Length: > 0 } scheduled ? $" Longhorn finds no place for another: {Spoken.Sentence(scheduled.Message.Split(';')[0])}" : "";

    private static string Capital(string word) => char.ToUpperInvariant(word[0]) + word[1..];
}
