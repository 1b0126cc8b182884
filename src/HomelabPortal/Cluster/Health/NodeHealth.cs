using HomelabPortal.Cluster.Nodes;
using HomelabPortal.Kubernetes;
using HomelabPortal.Ui.State;

namespace HomelabPortal.Cluster.Health;

/// <summary>
/// Judges a node; the first line that applies wins.
/// <list type="table">
/// <item>no Ready condition, or Ready unknown → unknown (kubectl says NotReady for the latter)</item>
/// <item>Ready false → broken</item>
/// <item>Ready, but its kubelet's lease is late → unknown, before the cluster itself says so</item>
/// <item>disk at least 95 % full → broken; pressure on memory, disk or processes, no network, disk at least 85 % full → degraded</item>
/// <item>unschedulable → progressing while pods leave it, else off</item>
/// <item>otherwise healthy</item>
/// </list>
/// </summary>
internal static class NodeHealth
{
    public const double DiskNearlyFull = 0.85;
    public const double DiskFull = 0.95;

    private static readonly (string Condition, string Word)[] _pressures =
        [("MemoryPressure", "Memory pressure"), ("DiskPressure", "Disk pressure"), ("PIDPressure", "Too many processes"), ("NetworkUnavailable", "No network")];

    /// <param name="diskShare">How full the fullest known disk is, 0 to 1; null when that is not known.</param>
    /// <param name="podsLeaving">How many of its pods are terminating.</param>
    /// <param name="heartbeat">When its kubelet was heard last; null when that is not known.</param>
    public static Verdict Judge(Node node, double? diskShare, int podsLeaving, NodeHeartbeat? heartbeat = null)
    {
        var ready = node.Status.Conditions.Find("Ready");
        if (ready is not { Status: "True" or "False" })
            return new Verdict(HealthState.Unknown, "Unknown", Silent(ready)) { Since = ready?.LastTransitionTime };
        if (!ready.IsTrue())
            return new Verdict(HealthState.Broken, "Not ready", Spoken.Sentence(ready.Message)) { Since = ready.LastTransitionTime };
        if (heartbeat is { IsLate: true } late)
            return new Verdict(HealthState.Unknown, "Unknown", $"Its kubelet was last heard at {late.At.ToUniversalTime():HH:mm:ss} UTC.") { Since = late.At };
        return Pressure(node) is { } pressure && diskShare is not >= DiskFull ? pressure
            : Disk(diskShare) ?? (node.Spec.Unschedulable ? Cordoned(podsLeaving) : new Verdict(HealthState.Healthy, "Ready"));
    }

    private static string Silent(Condition? ready) =>
        ready?.LastTransitionTime is { } since ? $"Its kubelet has been silent since {since.ToUniversalTime():HH:mm} UTC on {Spoken.Date(since)}." : "Its kubelet has not reported yet.";

    private static Verdict? Pressure(Node node)
    {
        foreach (var (type, word) in _pressures)
        {
            if (node.Status.Conditions.Find(type) is { } condition && condition.IsTrue())
                return new Verdict(HealthState.Degraded, word, Spoken.Sentence(condition.Message)) { Since = condition.LastTransitionTime };
        }

        return null;
    }

    private static Verdict? Disk(double? share) => share switch
    {
        null or < DiskNearlyFull => null,
        { } full => new Verdict(full >= DiskFull ? HealthState.Broken : HealthState.Degraded, $"Disk {Math.Floor(full * 100):0} %", $"Its disk is {Math.Floor(full * 100):0} % full."),
    };

    private static Verdict Cordoned(int podsLeaving) => podsLeaving > 0
        ? new Verdict(HealthState.Progressing, "Draining", $"{Spoken.Count(podsLeaving, "pod")} still leaving.")
        : new Verdict(HealthState.Off, "Cordoned", "No new pods are placed on it.");
}
