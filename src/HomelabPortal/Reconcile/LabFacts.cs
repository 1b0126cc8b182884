namespace HomelabPortal.Reconcile;

/// <summary>What one target learnt that another one's plan needs. Null is unknown, never empty.</summary>
/// <param name="LanAddress">The address at which the house reaches the ingress, for example 10.0.0.99.</param>
/// <param name="TunnelId">The tunnel that exposures go through.</param>
/// <param name="Logins">The logins that stand before names.</param>
internal sealed record LabFacts(string? LanAddress = null, string? TunnelId = null, LoginFacts? Logins = null)
{
    public LabFacts Merge(LabFacts other) => new(other.LanAddress ?? LanAddress, other.TunnelId ?? TunnelId, other.Logins ?? Logins);
}
