namespace HomelabPortal.Cloudflare;

/// <summary>Where the API is and which token to use. Not a record, so that printing it never shows the token.</summary>
public sealed class CloudflareClientOptions
{
    /// <summary>Cloudflare's own address, API version 4.</summary>
    public static readonly Uri DefaultBaseAddress = new("https://api.cloudflare.com/client/v4/");

    /// <summary>Base of every call, with or without a trailing slash. Plain http is accepted on loopback only.</summary>
    public Uri BaseAddress { get; init; } = DefaultBaseAddress;

    /// <summary>An API token (user or account owned). White space around a pasted token is ignored. Global API keys are not supported.</summary>
    public required string ApiToken { get; init; }

    /// <summary>Limit of one call, answer included.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>
    /// Calls this client may make per <see cref="BudgetWindow"/>.
    /// Cloudflare allows 1200 per user in 5 minutes, shared with the dashboard and every other token of that user.
    /// </summary>
    public int BudgetCalls { get; init; } = 300;

    /// <summary>Time in which a spent budget is whole again.</summary>
    public TimeSpan BudgetWindow { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>Told of every call that was sent. Called on the caller's thread; must be quick and never throw.</summary>
    public Action<CloudflareCall>? OnCall { get; init; }

    /// <summary>Records asked for per page of a zone.</summary>
    public int RecordsPerPage { get; init; } = 5000;
}
