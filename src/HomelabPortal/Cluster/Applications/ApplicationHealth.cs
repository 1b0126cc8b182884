using HomelabPortal.Cluster.Health;
using HomelabPortal.Kubernetes;
using HomelabPortal.Ui.State;

namespace HomelabPortal.Cluster.Applications;

/// <summary>
/// Judges an application of Argo CD; the first row that fits decides.
/// <code>
/// never compared                          → progressing
/// sync Unknown                            → unknown: Argo CD does not know what should be
/// health Missing                          → broken
/// the last sync failed, not in sync       → broken
/// health Degraded                         → degraded
/// syncing now, health Progressing         → progressing
/// OutOfSync, syncs by itself              → progressing for ten minutes, then degraded
/// OutOfSync, synced by hand               → degraded, and nobody's fault: it waits for its owner
/// health Suspended                        → off
/// Synced and Healthy                      → healthy
/// </code>
/// </summary>
internal static class ApplicationHealth
{
    private static readonly TimeSpan _syncsWithin = TimeSpan.FromMinutes(10);

    public static Verdict Judge(ArgoApplication application, DateTimeOffset now)
    {
        var (status, operation) = (application.Status, application.Status.OperationState);
        var (sync, health) = (status.Sync?.Status ?? "", status.Health?.Status ?? "");
        return (sync, health, operation?.Phase) switch
        {
            ("", _, _) => new Verdict(HealthState.Progressing, "New", "Argo CD has not compared it with its source yet."),
            ("Unknown", _, _) => new Verdict(HealthState.Unknown, "Unknown", Fault(status) ?? "Argo CD cannot tell how it differs from its source."),
            (_, "Missing", _) => new Verdict(HealthState.Broken, "Missing", Fault(status) ?? $"Not in the cluster: {Names(status.Resources.Where(resource => resource.Health?.Status == "Missing"))}.") { Since = operation?.FinishedAt },
            ("OutOfSync", _, "Failed" or "Error") => new Verdict(HealthState.Broken, "Sync failed", Spoken.Sentence(operation!.Message)) { Since = operation.FinishedAt },
            (_, "Degraded", _) => new Verdict(HealthState.Degraded, "Degraded", Unhealthy(status)),
            (_, _, "Running") => new Verdict(HealthState.Progressing, "Syncing", Spoken.Sentence(operation!.Message)),
            (_, "Progressing", _) => new Verdict(HealthState.Progressing, "Progressing", Unhealthy(status)),
            ("OutOfSync", _, _) => OutOfSync(application, now),
            (_, "Suspended", _) => new Verdict(HealthState.Off, "Suspended"),
            ("Synced", "Healthy", _) => new Verdict(HealthState.Healthy, "Synced"),
            _ => new Verdict(HealthState.Unknown, health.Length == 0 ? "Unknown" : health, "Argo CD does not say how it is."),
        };
    }

    private static Verdict OutOfSync(ArgoApplication application, DateTimeOffset now)
    {
        var status = application.Status;
        var what = $"Not as its source says: {Names(status.Resources.Where(resource => resource.Status == "OutOfSync"))}.";
        if (application.Spec.SyncPolicy?.Automated is null)
            return new Verdict(HealthState.Degraded, "Out of sync", $"{what} It is synced by hand.") { NeedsSomeone = false };
        var since = status.OperationState?.FinishedAt;
        if (since is null || now - since < _syncsWithin)
            return new Verdict(HealthState.Progressing, "Out of sync", $"{what} Argo CD will sync it.") { ChangesAt = since + _syncsWithin };
        // Without self-heal a change by hand stays until the next commit, which may be what its owner wants.
        return application.Spec.SyncPolicy.Automated.SelfHeal
            ? new Verdict(HealthState.Degraded, "Out of sync", $"{what} {Fault(status) ?? "Argo CD should have put it right."}") { Since = since }
            : new Verdict(HealthState.Degraded, "Out of sync", $"{what} Argo CD leaves it until the next commit, for self-heal is off.") { NeedsSomeone = Fault(status) is not null };
    }

    /// <summary>"Deployment sonarr and 2 others"; as much as Argo CD says.</summary>
    private static string Names(IEnumerable<ArgoResource> resources) => resources.ToArray() switch
    {
        [] => "Something",
        [var one] => $"{one.Kind} {one.Name}",
        [var first, .. var others] => $"{first.Kind} {first.Name} and {Spoken.Count(others.Length, "other")}",
    };

    private static string Unhealthy(ArgoApplicationStatus status)
    {
        var worst = status.Resources.FirstOrDefault(resource => resource.Health?.Status == status.Health?.Status);
        return worst is null ? Spoken.Sentence(status.Health?.Message ?? "")
            : Spoken.Sentence($"{worst.Kind} {worst.Name}: {(worst.Health is { Message.Length: > 0 } health ? health.Message : (worst.Health?.Status ?? "").ToLowerInvariant())}");
    }

    private static string? Fault(ArgoApplicationStatus status) =>
        status.Conditions.FirstOrDefault(condition => condition.Type.EndsWith("Error", StringComparison.Ordinal)) is { Message.Length: > 0 } fault ? Spoken.Sentence(fault.Message) : null;
}
