namespace HomelabPortal.Reconcile;

/// <summary>Something is in place but not in effect yet, for example a tunnel rule that a connector has not loaded.</summary>
public sealed record Waiting(ResourceKey Key, string OwnerId, string Why)
{
    public override string ToString() => $"… waits {Key}: {Why}";
}
