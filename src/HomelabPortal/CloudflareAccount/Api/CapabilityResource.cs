namespace HomelabPortal.CloudflareAccount.Api;

/// <summary>What the token allows.</summary>
/// <param name="Permission">The permission it takes, as Cloudflare's token page names it.</param>
/// <param name="WhyNot">Why it cannot be done; null when it can or is not known.</param>
internal sealed record CapabilityResource(Capability Capability, CapabilityStanding Standing, string Permission, string? WhyNot)
{
    public static CapabilityResource Of(CapabilityState state) => new(
        state.Capability, state.Standing, CapabilityWords.Permission(state.Capability),
        state.Standing == CapabilityStanding.Missing ? $"The Cloudflare token may not {CapabilityWords.Act(state.Capability)}." : null);
}
