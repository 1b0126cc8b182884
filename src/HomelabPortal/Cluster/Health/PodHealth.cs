using HomelabPortal.Cluster.Display;
using HomelabPortal.Kubernetes;
using HomelabPortal.Ui.State;

namespace HomelabPortal.Cluster.Health;

/// <summary>
/// Judges a pod by what kubectl shows of it, never by its phase alone.
/// <list type="table">
/// <item>completed → healthy; running with every container ready → healthy, degraded for ten minutes after a restart</item>
/// <item>fifth or later crash within the last minutes → broken, also in the moment it runs again</item>
/// <item>running, not all ready → progressing for two minutes, then degraded</item>
/// <item>waiting to start → progressing; a cause that does not pass, or no node for a minute → broken; five minutes → degraded</item>
/// <item>terminating → progressing until two minutes past its grace period, then broken</item>
/// <item>node silent → unknown; everything else (back-off, error, eviction) → broken</item>
/// </list>
/// </summary>
internal static class PodHealth
{
    private static readonly TimeSpan _startsWithin = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan _createsWithin = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan _schedulesWithin = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan _restartRemembered = TimeSpan.FromMinutes(10);

    /// <summary>The longest back-off is five minutes, so a crash loop shows itself at least this often.</summary>
    private static readonly TimeSpan _crashLoopRound = TimeSpan.FromMinutes(6);
    private static readonly TimeSpan _goesWithin = TimeSpan.FromMinutes(2);

    public static Verdict Judge(Pod pod, PodCells cells, DateTimeOffset now) => cells.Status switch
    {
        "Completed" or "Succeeded" => new Verdict(HealthState.Healthy, cells.Status),
        "Unknown" or "NodeLost" => new Verdict(HealthState.Unknown, "Unknown", "Its node does not answer, so nobody knows how it is."),
        "Terminating" => Terminating(pod, now),
        "Running" => Running(pod, cells, now),
        "NotReady" => NotReady(pod, cells, now),
        "Pending" or "SchedulingGated" => Pending(pod, cells, now),
        "ContainerCreating" or "PodInitializing" => Creating(pod, cells, now),
        var init when init.StartsWith("Init:", StringComparison.Ordinal) && init.Length > 5 && char.IsAsciiDigit(init[5]) => Creating(pod, cells, now),
        _ => new Verdict(HealthState.Broken, cells.Status, PodFault.Sentence(pod, cells, now)) { Since = cells.LastRestart ?? pod.Metadata.CreationTimestamp },
    };

    private static Verdict Running(Pod pod, PodCells cells, DateTimeOffset now)
    {
        if (cells.LastRestart is { } restarted && now - restarted < _crashLoopRound && cells.Restarts >= 5 && PodFault.LastEnd(pod)?.ExitCode is not (null or 0))
            return new Verdict(HealthState.Broken, "Keeps crashing", PodFault.Sentence(pod, cells, now)) { Since = pod.Metadata.CreationTimestamp, ChangesAt = restarted + _crashLoopRound };
        if (cells.Ready < cells.Total)
            return NotReady(pod, cells, now);
        if (cells.LastRestart is { } once && now - once < _restartRemembered)
            return new Verdict(HealthState.Degraded, "Restarted", PodFault.Sentence(pod, cells, now)) { Since = once, ChangesAt = once + _restartRemembered, NeedsSomeone = false };
        return new Verdict(HealthState.Healthy, "Running");
    }

    private static Verdict NotReady(Pod pod, PodCells cells, DateTimeOffset now)
    {
        var since = pod.Status.Conditions.Find("Ready")?.LastTransitionTime ?? pod.Status.StartTime;
        var sentence = $"{cells.Ready} of {Spoken.Count(cells.Total, "container")} ready.";
        return since is { } start && now - start < _startsWithin
            ? new Verdict(HealthState.Progressing, "Starting", sentence) { Since = since, ChangesAt = start + _startsWithin }
            : new Verdict(HealthState.Degraded, "Not ready", sentence) { Since = since };
    }

    private static Verdict Pending(Pod pod, PodCells cells, DateTimeOffset now)
    {
        var since = pod.Metadata.CreationTimestamp;
        if (pod.Status.Conditions.Find("PodScheduled") is not { Status: "False" } waiting)
            return Creating(pod, cells, now);
        var sentence = Spoken.Sentence("No node takes it: " + waiting.Message);
        return since is { } start && now - start < _schedulesWithin
            ? new Verdict(HealthState.Progressing, cells.Status, sentence) { Since = since, ChangesAt = start + _schedulesWithin }
            : new Verdict(HealthState.Broken, cells.Status, sentence) { Since = since };
    }

    private static Verdict Creating(Pod pod, PodCells cells, DateTimeOffset now)
    {
        var since = pod.Status.StartTime ?? pod.Metadata.CreationTimestamp;
        return since is { } start && now - start < _createsWithin
            ? new Verdict(HealthState.Progressing, cells.Status, "It is being started.") { Since = since, ChangesAt = start + _createsWithin }
            : new Verdict(HealthState.Degraded, cells.Status, since is { } began ? $"It has been starting for {Spoken.Span(now - began)}." : "It has not started yet.") { Since = since };
    }

    private static Verdict Terminating(Pod pod, DateTimeOffset now)
    {
        // The server writes the end of the grace period here, not its begin.
        var due = pod.Metadata.DeletionTimestamp ?? now;
        return now - due < _goesWithin
            ? new Verdict(HealthState.Progressing, "Terminating", "It is being stopped.") { Since = due, ChangesAt = due + _goesWithin }
            : new Verdict(HealthState.Broken, "Terminating", $"It should have stopped {Spoken.Span(now - due)} ago.") { Since = due };
    }
}
