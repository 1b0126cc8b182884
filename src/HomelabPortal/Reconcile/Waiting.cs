namespace HomelabPortal.Reconcile;

/// <summary>Something is in place but not in effect yet, for example a tunnel rule that a connector has not loaded.</summary>
/// <param name="IsUnguarded">It is the login of a name that may be on the Internet without it meanwhile.</param>
/// <param name="IsLeft">It is to go, and waits for something that is still to be built: nothing waits for it.</param>
public sealed record Waiting(ResourceKey Key, string OwnerId, string Why, bool IsUnguarded = false, bool IsLeft = false)
{
    public override string ToString() => $"{(IsUnguarded ? "! unguarded" : "… waits")} {Key}: {Why}";
}
