using HomelabPortal.Platform;
using HomelabPortal.Ui.Acts;

namespace HomelabPortal.CloudflareAccount;

/// <summary>
/// Why something cannot be asked of Cloudflare now, for the reason of its button, with the page where a token is made that allows it.
/// A pause or a silent API is no reason: what is wanted is kept and carried out later.
/// </summary>
internal sealed class WhyNotCloudflare(Live<AccountState> live)
{
    /// <param name="capabilities">All that it takes.</param>
    public Reason? Of(params IReadOnlyList<Capability> capabilities) => Of(live.Current.Value, capabilities);

    /// <summary>Pure: the reason, or null when it can be asked or nobody knows better.</summary>
    public static Reason? Of(AccountState state, params IReadOnlyList<Capability> capabilities)
    {
        if (state.Api == ApiStanding.NotConnected)
            return state.Help;
        if (state.Token.IsDead)
            return new Reason(state.Token.Problem ?? "Cloudflare refuses the token.", CapabilityWords.TokenLink, "Make a token");
        var missing = capabilities.Where(capability => state.Of(capability) == CapabilityStanding.Missing).ToList();
        return missing.Count > 0
            ? new Reason(
                $"The Cloudflare token may not {Join(missing.Select(CapabilityWords.Act), "or")}: it lacks {Join(missing.Select(capability => $"“{CapabilityWords.Permission(capability)}”"), "and")}.",
                CapabilityWords.TokenLink, "Make a token")
            : null;
    }

    private static string Join(IEnumerable<string> parts, string word) =>
        parts.Distinct().ToList() is [.. { Count: > 0 } first, var last] ? $"{string.Join(", ", first)} {word} {last}" : parts.First();
}
