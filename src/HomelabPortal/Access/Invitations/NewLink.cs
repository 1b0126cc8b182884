namespace HomelabPortal.Access.Invitations;

/// <summary>A link as it leaves the portal, once. Afterwards only the hash of its secret is known.</summary>
/// <param name="Path">The path on the portal, beginning with a slash; put the portal's origin before it.</param>
internal sealed record NewLink(string Path, DateTimeOffset ExpiresAt)
{
    /// <summary>The secret stays out of logs, also when the record is printed.</summary>
    public override string ToString() => $"a link until {ExpiresAt:u}";
}
