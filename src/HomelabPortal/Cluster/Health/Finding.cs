using HomelabPortal.Ui.State;

namespace HomelabPortal.Cluster.Health;

/// <summary>One thing to know about an object.</summary>
/// <param name="Code">Stable, for programs: "service.missing".</param>
/// <param name="Word">One or two words for a badge.</param>
/// <param name="Sentence">What is so, and why.</param>
/// <param name="NextStep">What somebody can do about it; empty when nothing.</param>
public sealed record Finding(string Code, HealthState State, string Word, string Sentence, string NextStep = "")
{
    /// <summary>False for what needs nobody, such as a backend that lies outside the cluster.</summary>
    public bool NeedsSomeone { get; init; } = State is HealthState.Degraded or HealthState.Broken or HealthState.Unknown;

    /// <summary>False for a remark that leaves the health of the object as it is.</summary>
    public bool IsWeighed { get; init; } = true;

    public DateTimeOffset? Since { get; init; }
}
