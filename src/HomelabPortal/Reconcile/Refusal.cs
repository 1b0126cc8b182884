namespace HomelabPortal.Reconcile;

/// <summary>Something the planner will not do, and why, in words for a person.</summary>
/// <param name="Owner">Who owns what stands in the way, for example "external-dns"; null when nobody does.</param>
public sealed record Refusal(ResourceKey Key, string OwnerId, string Why, string? Owner = null)
{
    public override string ToString() => $"! refused {Key}: {Why}";
}
