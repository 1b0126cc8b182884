using System.Collections.Concurrent;
using HomelabPortal.Access.Assertions;

namespace HomelabPortal.Access.Providers;

/// <summary>
/// Looks whether a provider has really asked again who somebody is.
/// <code>
/// id token                                            then
/// none, or it does not say when (Gitea, Dex)          taken: the provider cannot tell
/// not by the issuer, for us, this person and errand   refused
/// from before the proof was begun                     refused
/// otherwise                                           taken
/// </code>
/// </summary>
internal sealed class ProofCheck(ProviderDirectory directory, KeySetFetcher fetcher, TimeProvider time) : IDisposable
{
    private readonly ConcurrentDictionary<Uri, KeySetCache> _keys = new();

    public async Task<ProviderProblem?> WhyNotAsync(ProviderAnswer answer, CancellationToken cancellationToken)
    {
        var provider = answer.Provider;
        if (provider.Kind == ProviderKind.Gitea || answer.Tokens.Identity is not { } token)
            return null;
        var endpoints = await directory.FindAsync(provider, cancellationToken);
        if (endpoints.Keys is not { } address)
            return ProviderProblem.Strange;
        var keys = _keys.GetOrAdd(address, _ => new KeySetCache(cancel => fetcher.FetchAsync(address, cancel), time));
        return await new AssertionCheck(new AssertionRules(provider.Issuer, provider.ClientId), keys, time).LookAsync(token, cancellationToken) switch
        {
            AssertionVerdict.Believed(var claims) => WhyNot(claims, answer),
            AssertionVerdict.NoKeys => ProviderProblem.NoAnswer,
            _ => ProviderProblem.Strange,
        };
    }

    public void Dispose()
    {
        foreach (var keys in _keys.Values)
            keys.Dispose();
    }

    internal static ProviderProblem? WhyNot(AssertionClaims claims, ProviderAnswer answer)
    {
        if (claims.Subject != answer.Person.Subject || claims.Nonce != answer.Errand.Id)
            return ProviderProblem.Strange;
        return claims.ProvedAt is { } at && at < answer.Errand.BegunAt - AssertionRules.ClockSkew ? ProviderProblem.NotFresh : null;
    }
}
