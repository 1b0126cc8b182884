using HomelabPortal.Ui.State;

namespace HomelabPortal.Cluster.Health;

/// <summary>How one thing is doing, and why, in words for a person.</summary>
/// <param name="Word">One or two words for a badge: "Ready", "CrashLoopBackOff", "Disk 91 %".</param>
/// <param name="Sentence">One plain sentence; empty when there is nothing to say.</param>
public sealed record Verdict(HealthState State, string Word, string Sentence = "")
{
    /// <summary>When it came to be so, where that is known.</summary>
    public DateTimeOffset? Since { get; init; }

    /// <summary>When the passing of time alone may change the verdict; null while only an event can.</summary>
    public DateTimeOffset? ChangesAt { get; init; }

    /// <summary>False for what puts itself right, such as a single restart.</summary>
    public bool NeedsSomeone { get; init; } = State is HealthState.Degraded or HealthState.Broken or HealthState.Unknown;
}
