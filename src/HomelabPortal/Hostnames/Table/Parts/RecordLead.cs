namespace HomelabPortal.Hostnames.Table.Parts;

/// <summary>Where one record leads.</summary>
/// <param name="Text">What a person calls it: "the ingress", "tunnel homelab", "10.0.0.150".</param>
/// <param name="TunnelId">Of a tunnel, there or not.</param>
public sealed record RecordLead(LeadKind Kind, string Text, string? TunnelId = null);
