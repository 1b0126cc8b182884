using System.Collections.Immutable;

namespace HomelabPortal.Cluster.Drain;

/// <summary>What draining a node would do.</summary>
/// <param name="Refusal">Why it cannot be begun as asked; null when it can.</param>
public sealed record DrainPlan(string Node, ImmutableArray<DrainPod> Pods, ImmutableArray<DrainFinding> Findings, string? Refusal)
{
    public IEnumerable<DrainPod> Leaving => Pods.Where(pod => pod.MustGo);

    public IEnumerable<DrainPod> Staying => Pods.Where(pod => !pod.MustGo);

    public int GoneForGood => Pods.Count(pod => pod.Fate == DrainFate.IsGoneForGood);

    public int LosingScratch => Pods.Count(pod => pod.LosesScratch);
}
