using HomelabPortal.Reconcile;

namespace HomelabPortal.Api.Plans;

/// <summary>What will not be done, and why.</summary>
/// <param name="Owner">Who owns what stands in the way; null when nobody does.</param>
/// <param name="Field">Which part of the wish it is about.</param>
internal sealed record RefusalResource(string Target, string ResourceKind, string Name, string OwnerId, string Why, string? Owner, RefusalField Field)
{
    public static RefusalResource Of(Refusal refusal) =>
        new(refusal.Key.Target, refusal.Key.Kind, refusal.Key.Name, refusal.OwnerId, refusal.Why, refusal.Owner, refusal.Field);
}
