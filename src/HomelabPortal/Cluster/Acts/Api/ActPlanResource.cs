using HomelabPortal.Cluster.Acts.Planning;

namespace HomelabPortal.Cluster.Acts.Api;

/// <summary>What an act would do.</summary>
/// <param name="Act">In words: "Restart Deployment media/sonarr".</param>
/// <param name="Warnings">What not to expect of it.</param>
/// <param name="Refusal">Why it will not be done; null when it can be.</param>
/// <param name="Instead">What to write in Git instead; null where there is nothing of the kind.</param>
internal sealed record ActPlanResource(string Act, IReadOnlyList<ActLineResource> Lines, IReadOnlyList<string> Warnings, string? Refusal, string? Instead)
{
    public static ActPlanResource Of(ActPlan plan) => new(plan.Wish.Words, [.. plan.Lines.Select(ActLineResource.Of)], plan.Warnings, plan.Refusal, plan.Instead);
}
