namespace HomelabPortal.CloudflareAccount;

/// <summary>One capability and whether the token has it.</summary>
public sealed record CapabilityState(Capability Capability, CapabilityStanding Standing);
