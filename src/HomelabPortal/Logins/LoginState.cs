using System.Collections.Immutable;

namespace HomelabPortal.Logins;

/// <summary>What the last complete look at Cloudflare Access saw; plans are made from the same look.</summary>
/// <param name="TeamName">The team whose login signs visitors in; null while <paramref name="Problem"/> says why there is none.</param>
/// <param name="Problem">Why no login can be set up, in words for a person.</param>
public sealed record LoginState(
    string? AccountId, string? TeamName, string? Problem, ImmutableArray<LiveLoginPolicy> Policies, ImmutableArray<LiveLoginApplication> Applications)
{
    public static LoginState Empty { get; } = new(null, null, null, [], []);

    public bool HasTag { get; init; }

    /// <summary>Null where the token may not read them; plans can do without.</summary>
    public ImmutableArray<LoginChoice>? Groups { get; init; }

    public ImmutableArray<LoginChoice>? Providers { get; init; }

    public ImmutableArray<LoginChoice>? ServiceTokens { get; init; }

    /// <summary>Why some of the three are not known.</summary>
    public string? Unread { get; init; }

    public LiveLoginPolicy? FindPolicy(string? id) => Policies.FirstOrDefault(policy => policy.Id == id);

    public LiveLoginPolicy? FindPolicy(LoginMark mark) => Policies.FirstOrDefault(policy => policy.Mark == mark);

    public LiveLoginApplication? FindApplication(string? id) => Applications.FirstOrDefault(application => application.Id == id);

    public LiveLoginApplication? FindApplicationOf(string place) => Applications.FirstOrDefault(application => application.IsFor(place));
}
