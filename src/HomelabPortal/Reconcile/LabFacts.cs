using System.Collections.Immutable;

namespace HomelabPortal.Reconcile;

/// <summary>What one target learnt that another one's plan needs. Null is unknown, never empty.</summary>
/// <param name="LanAddress">The address at which the house reaches the ingress, for example 10.0.0.99.</param>
/// <param name="TunnelId">The tunnel that exposures go through.</param>
/// <param name="Logins">The logins that stand before names.</param>
/// <param name="Leads">By name, the record that leads it to a tunnel; a name without one is led to none.</param>
internal sealed record LabFacts(
    string? LanAddress = null, string? TunnelId = null, LoginFacts? Logins = null, ImmutableDictionary<string, TunnelLead>? Leads = null)
{
    public LabFacts Merge(LabFacts other) =>
        new(other.LanAddress ?? LanAddress, other.TunnelId ?? TunnelId, other.Logins ?? Logins, other.Leads ?? Leads);
}
