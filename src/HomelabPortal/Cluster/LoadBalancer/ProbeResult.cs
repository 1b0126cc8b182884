namespace HomelabPortal.Cluster.LoadBalancer;

/// <summary>How one try to connect went.</summary>
/// <param name="Target">"10.0.0.200:6443".</param>
/// <param name="Took">How long connecting took; null when it failed.</param>
/// <param name="Fault">Why it failed, in words for a person; null when it did not.</param>
public sealed record ProbeResult(string Target, DateTimeOffset At, TimeSpan? Took, string? Fault);
