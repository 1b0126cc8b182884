using HomelabPortal.Gpu.Work.Disk;

namespace HomelabPortal.Gpu.Work.Api;

/// <summary>Exactly what would be removed.</summary>
/// <param name="Bytes">What that frees at least.</param>
/// <param name="Tag">To be given with the act: it does what this plan says, or nothing.</param>
internal sealed record PrunePlanResource(PruneScope Scope, IReadOnlyList<PruneItemResource> Items, long Bytes, string Tag)
{
    public static PrunePlanResource Of(PrunePlan plan) => new(plan.Scope, [.. plan.Items.Select(item => new PruneItemResource(item.Id, item.Title, item.Bytes))], plan.Bytes, plan.Tag);
}
