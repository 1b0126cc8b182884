namespace HomelabPortal.Cluster.LoadBalancer;

/// <summary>The lease by which one node holds the API address.</summary>
/// <param name="Name">"kube-system/plndr-cp-lock".</param>
/// <param name="Holder">The node; empty when nobody holds it.</param>
/// <param name="Renewed">As the holder's clock says it.</param>
/// <param name="RenewalSeenAt">When the portal last saw it renewed, by the portal's own clock; the clocks of two machines need not agree.</param>
/// <param name="Transitions">How often it has changed hands.</param>
public sealed record VipLease(string Name, string Holder, DateTimeOffset? Acquired, DateTimeOffset? Renewed, DateTimeOffset RenewalSeenAt, TimeSpan Duration, int Transitions);
