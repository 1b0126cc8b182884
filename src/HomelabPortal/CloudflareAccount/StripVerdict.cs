using HomelabPortal.Ui.State;

namespace HomelabPortal.CloudflareAccount;

/// <summary>
/// Pure: the one line that says how things are with Cloudflare, worst first.
/// <code>
/// not connected        off          how to connect
/// token dead           broken       the token's problem, once for all that depends on it
/// paused               degraded     until when; resumes by itself
/// API silent           degraded     routes that exist go on working
/// never looked         progressing
/// permission missing   degraded     each named beside the line
/// token ends soon      degraded     when
/// else                 healthy
/// </code>
/// </summary>
internal sealed record StripVerdict(HealthState State, string Word, string? Sentence)
{
    public static StripVerdict Of(AccountState state, DateTimeOffset now) => state switch
    {
        { Api: ApiStanding.NotConnected } => new(HealthState.Off, "Not connected", state.Help),
        { Token.IsDead: true } => new(HealthState.Broken, TokenWord(state.Token.Standing), state.Token.Problem),
        { Api: ApiStanding.Paused } => new(HealthState.Degraded, "Paused", "Cloudflare limits our calls. What waits goes on by itself."),
        { Api: ApiStanding.Silent } => new(HealthState.Degraded, "API unreachable", Silence(state)),
        { Token.Standing: TokenStanding.Unknown, CheckedAt: null } => new(HealthState.Progressing, "Checking the token", null),
        { Token.Standing: TokenStanding.Unknown } => new(HealthState.Unknown, "Token unknown", null),
        _ when state.Missing.Any() => new(HealthState.Degraded, "Permissions missing", null),
        _ when state.Token.EndsSoon(now) => new(HealthState.Degraded, "Token ends soon", null),
        _ => new(HealthState.Healthy, "Connected", null),
    };

    private static string TokenWord(TokenStanding standing) => standing switch
    {
        TokenStanding.Expired => "Token expired",
        TokenStanding.Disabled => "Token switched off",
        _ => "Token refused",
    };

    /// <summary>The control plane is not the data plane: what was set up is served without the API.</summary>
    private static string Silence(AccountState state) => state.ServingTunnels > 0
        ? "Cloudflare's API does not answer; routes that exist go on working. What you change is kept and carried out later."
        : "Cloudflare's API does not answer. What you change is kept and carried out later.";
}
