using HomelabPortal.Access.Authority;

namespace HomelabPortal.Access;

/// <summary>One sign-in on one device.</summary>
/// <param name="FreshAt">When the person last proved who they are.</param>
public sealed record SessionInfo(
    string Id, string AccountId, string Method, DateTimeOffset CreatedAt, DateTimeOffset ExpiresAt, DateTimeOffset LastSeenAt, DateTimeOffset FreshAt,
    string Address, string Client)
{
    /// <summary>The method of the demo admin of a simulated lab, who has nothing to prove.</summary>
    public const string Demo = "demo";

    public bool IsFresh(DateTimeOffset now) => Method == Demo || now - FreshAt <= ActTable.ProofHolds;
}
