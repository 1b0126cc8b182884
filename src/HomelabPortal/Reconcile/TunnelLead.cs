namespace HomelabPortal.Reconcile;

/// <summary>A record that leads a name to a tunnel, and whose it is by its mark.</summary>
/// <param name="Instance">Null when it bears no mark.</param>
internal sealed record TunnelLead(string TunnelId, string? Instance, string? OwnerId);
