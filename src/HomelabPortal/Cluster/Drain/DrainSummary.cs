using HomelabPortal.Cluster.Health;

namespace HomelabPortal.Cluster.Drain;

internal static class DrainSummary
{
    /// <summary>What the drain does, in a sentence.</summary>
    public static string Of(DrainPlan plan) => plan switch
    {
        { Pods.Length: 0 } => "No new pods are placed on it.",
        _ when !plan.Leaving.Any() => "No new pods are placed on it. None has to leave.",
        _ => $"No new pods are placed on it, and {Spoken.Count(plan.Leaving.Count(), "pod")} {(plan.Leaving.Count() == 1 ? "has" : "have")} to leave.",
    };
}
