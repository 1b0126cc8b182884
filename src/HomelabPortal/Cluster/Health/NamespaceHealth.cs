using HomelabPortal.Kubernetes;
using HomelabPortal.Ui.State;

namespace HomelabPortal.Cluster.Health;

/// <summary>Judges a namespace: active → healthy; being deleted → progressing, degraded when that takes longer than ten minutes.</summary>
internal static class NamespaceHealth
{
    private static readonly TimeSpan _goesWithin = TimeSpan.FromMinutes(10);

    public static Verdict Judge(Namespace ns, DateTimeOffset now)
    {
        if (ns.Status.Phase != "Terminating" && ns.Metadata.DeletionTimestamp is null)
            return new Verdict(HealthState.Healthy, "Active");
        var since = ns.Metadata.DeletionTimestamp;
        // The controller reports what is in the way as conditions that are true.
        var obstacle = ns.Status.Conditions.FirstOrDefault(condition => condition.IsTrue());
        var sentence = obstacle is null ? "It is being deleted with everything in it." : Spoken.Sentence(obstacle.Message);
        return now - since >= _goesWithin
            ? new Verdict(HealthState.Degraded, "Stuck", $"It has been going for {Spoken.Span(now - (since ?? now))}. {sentence}") { Since = since }
            : new Verdict(HealthState.Progressing, "Terminating", sentence) { Since = since, ChangesAt = since + _goesWithin };
    }
}
