using HomelabPortal.Platform;

namespace HomelabPortal.CloudflareAccount;

/// <summary>
/// Why something cannot be asked of Cloudflare now, for the reason of its button: <c>Current.WhyNot(act) ?? WhyNot.Of(capability)</c>.
/// A pause or a silent API is no reason: what is wanted is kept and carried out later.
/// </summary>
internal sealed class WhyNotCloudflare(Live<AccountState> live)
{
    public string? Of(Capability capability) => Reason(live.Current.Value, capability);

    /// <summary>Pure: the reason, or null when it can be asked or nobody knows better.</summary>
    public static string? Reason(AccountState state, Capability capability)
    {
        if (state.Api == ApiStanding.NotConnected)
            return state.Help;
        if (state.Token.IsDead)
            return state.Token.Problem;
        return state.Of(capability) == CapabilityStanding.Missing
            ? $"The Cloudflare token may not {CapabilityWords.Act(capability)}: it lacks “{CapabilityWords.Permission(capability)}”."
            : null;
    }

    /// <summary>Where a token that allows it is made; null when that is not what is missing.</summary>
    public string? LinkFor(Capability capability) =>
        live.Current.Value is { Token.IsDead: true } || live.Current.Value.Of(capability) == CapabilityStanding.Missing ? CapabilityWords.TokenLink : null;
}
