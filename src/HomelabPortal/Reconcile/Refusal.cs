namespace HomelabPortal.Reconcile;

/// <summary>Something the planner will not do, and why, in words for a person.</summary>
/// <param name="Owner">Who owns what stands in the way, for example "external-dns"; null when nobody does.</param>
/// <param name="Field">The answer of the form that it is about.</param>
public sealed record Refusal(ResourceKey Key, string OwnerId, string Why, string? Owner = null, RefusalField Field = RefusalField.Other)
{
    /// <summary>Somebody else keeps undoing what we write: nothing is written until a person decides.</summary>
    public bool IsContended { get; init; }

    public override string ToString() => $"! refused {Key}: {Why}";
}
