namespace HomelabPortal.Reconcile;

/// <summary>Something the planner will not do, and why, in words for a person.</summary>
/// <param name="Owner">Who owns what stands in the way, for example "external-dns"; null when nobody does.</param>
/// <param name="Field">The answer of the form that it is about.</param>
public sealed record Refusal(ResourceKey Key, string OwnerId, string Why, string? Owner = null, RefusalField Field = RefusalField.Other)
{
    public override string ToString() => $"! refused {Key}: {Why}";
}
