namespace HomelabPortal.Cluster.Drain.Api;

/// <summary>What draining a node would do.</summary>
/// <param name="Refusal">Why it would not be begun as asked; null when it would.</param>
internal sealed record DrainResource(string Node, IReadOnlyList<DrainFindingResource> Findings, IReadOnlyList<DrainPodResource> Pods, string? Refusal)
{
    public static DrainResource Of(DrainPlan plan) => new(plan.Node, [.. plan.Findings.Select(DrainFindingResource.Of)], [.. plan.Pods.Select(DrainPodResource.Of)], plan.Refusal);
}
