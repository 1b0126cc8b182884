using System.Collections.Concurrent;

namespace HomelabPortal.Access.Providers;

/// <summary>
/// Knows where the providers' parts are. They are asked when they are first needed and once an hour, never at the start:
/// a provider that is down must not keep the portal from starting. What one said before holds while it is silent.
/// </summary>
internal sealed class ProviderDirectory(ProviderClient client, TimeProvider time)
{
    private static readonly TimeSpan _holds = TimeSpan.FromHours(1);
    private readonly ConcurrentDictionary<string, (ProviderEndpoints Endpoints, DateTimeOffset At)> _known = new();

    /// <exception cref="ProviderException">It has never answered, and does not now.</exception>
    public async Task<ProviderEndpoints> FindAsync(Provider provider, CancellationToken cancellationToken)
    {
        var known = _known.TryGetValue(provider.Slug, out var found);
        if (known && time.GetUtcNow() - found.At < _holds)
            return found.Endpoints;
        try
        {
            var endpoints = await client.DiscoverAsync(provider, cancellationToken);
            _known[provider.Slug] = (endpoints, time.GetUtcNow());
            return endpoints;
        }
        catch (ProviderException fault) when (known && fault.Problem == ProviderProblem.NoAnswer)
        {
            return found.Endpoints;
        }
    }
}
