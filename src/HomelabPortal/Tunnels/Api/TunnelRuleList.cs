namespace HomelabPortal.Tunnels.Api;

/// <summary>All wanted free rules at one revision of what is wanted.</summary>
internal sealed record TunnelRuleList(long Revision, IReadOnlyList<TunnelRuleResource> Items);
