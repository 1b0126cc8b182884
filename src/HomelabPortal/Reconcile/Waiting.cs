namespace HomelabPortal.Reconcile;

/// <summary>Something is in place but not in effect yet, for example a tunnel rule that a connector has not loaded.</summary>
/// <param name="IsUnguarded">It is the login of a name that may be on the Internet without it meanwhile.</param>
/// <param name="IsLeft">It is to go, and waits for something that is still to be built: nothing waits for it.</param>
/// <param name="IsForMore">What was written is in effect; it is to be changed once more, and that waits.</param>
public sealed record Waiting(ResourceKey Key, string OwnerId, string Why, bool IsUnguarded = false, bool IsLeft = false, bool IsForMore = false)
{
    public override string ToString() => $"{(IsUnguarded ? "! unguarded" : "… waits")} {Key}: {Why}";
}
