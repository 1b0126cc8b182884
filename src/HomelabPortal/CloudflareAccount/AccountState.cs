using HomelabPortal.Platform;

namespace HomelabPortal.CloudflareAccount;

/// <summary>How the portal stands with Cloudflare: its token, what that allows, and what is left of the budget.</summary>
public sealed record AccountState(ApiStanding Api, TokenState Token, BudgetState? Budget)
{
    public static AccountState Unknown { get; } = new(ApiStanding.Unknown, TokenState.Unknown, null);

    /// <summary>How to connect, while that is not done.</summary>
    public string? Help { get; init; }

    public ValueList<AccountName> Accounts { get; init; } = [];

    public ValueList<CapabilityState> Capabilities { get; init; } = [];

    /// <summary>When token and permissions were last checked.</summary>
    public DateTimeOffset? CheckedAt { get; init; }

    /// <summary>When Cloudflare last answered anything.</summary>
    public DateTimeOffset? AnsweredAt { get; init; }

    public CallNote? LastCall { get; init; }

    public CallNote? LastFault { get; init; }

    /// <summary>Tunnels with connectors at the last look: their routes work without the API.</summary>
    public int ServingTunnels { get; init; }

    public IEnumerable<Capability> Missing =>
        Capabilities.Where(state => state.Standing == CapabilityStanding.Missing).Select(state => state.Capability);

    public CapabilityStanding Of(Capability capability) =>
        Capabilities.FirstOrDefault(state => state.Capability == capability)?.Standing ?? CapabilityStanding.Unknown;
}
