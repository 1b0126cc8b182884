using HomelabPortal.Cluster.Health;
using HomelabPortal.Ui.State;

namespace HomelabPortal.Cluster.LoadBalancer;

/// <summary>
/// Judges who holds the API address.
/// <list type="table">
/// <item>not read, or the last reading is old → unknown; no such lease → off</item>
/// <item>nobody holds it, or it is not renewed → broken; its holder is not ready → degraded</item>
/// </list>
/// </summary>
internal static class VipHealth
{
    public static Verdict Judge(ApiAddressState state, ClusterState cluster, DateTimeOffset now) => state switch
    {
        { LeaseStatus.Phase: SourcePhase.NotInstalled } => new Verdict(HealthState.Off, "No lease", "The cluster has no such lease, so kube-vip does not run, or under another name."),
        { LeaseStatus.Phase: not SourcePhase.Live } or { Lease: null } => new Verdict(HealthState.Unknown, "Unknown", state.LeaseStatus.Fault ?? "It has not been read yet."),
        { Lease: { Holder: "" } } => new Verdict(HealthState.Broken, "Nobody", "No node holds the API address."),
        // The portal looks in intervals of its own, so one renewal may be missed without meaning anything.
        { Lease: { } lease } when now - lease.RenewalSeenAt > lease.Duration * 3 => new Verdict(HealthState.Broken, "Not renewed", $"{lease.Holder} has not renewed it for {Spoken.Span(now - lease.RenewalSeenAt)}.") { Since = lease.RenewalSeenAt },
        { Lease: { } lease } when cluster.NodeRows.FirstOrDefault(row => row.Name == lease.Holder) is { State: HealthState.Broken or HealthState.Unknown } node =>
            new Verdict(HealthState.Degraded, "Holder down", $"{lease.Holder} holds it, and {lease.Holder} is {node.Word.ToLowerInvariant()}."),
        { Lease: { } lease } => new Verdict(HealthState.Healthy, lease.Holder, $"{lease.Holder} holds it and renews it."),
    };

    /// <summary>How the address answers the portal.</summary>
    public static Verdict Judge(ProbeResult? probe) => probe switch
    {
        null => new Verdict(HealthState.Unknown, "Unknown", "It has not been tried yet."),
        { Took: { } took } => new Verdict(HealthState.Healthy, $"{took.TotalMilliseconds:0.#} ms", $"{probe.Target} takes connections."),
        _ => new Verdict(HealthState.Broken, "No answer", probe.Fault ?? ""),
    };
}
