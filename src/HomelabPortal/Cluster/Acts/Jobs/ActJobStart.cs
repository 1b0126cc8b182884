using HomelabPortal.Access;

namespace HomelabPortal.Cluster.Acts.Jobs;

/// <summary>What came of asking for an act in the background.</summary>
/// <param name="Id">The job that runs now; null when it was not begun, and <see cref="Outcome"/> says why.</param>
internal sealed record ActJobStart(string? Id, ActionOutcome Outcome)
{
    public static ActJobStart Not(string why) => new(null, new ActionOutcome(0, why));

    /// <summary>What was shown to the person has passed; they must look again.</summary>
    public static ActJobStart Stale(string why) => new(null, new ActionOutcome(0, why) { IsStale = true });
}
