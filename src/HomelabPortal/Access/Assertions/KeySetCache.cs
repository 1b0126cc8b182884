using System.Collections.Immutable;

namespace HomelabPortal.Access.Assertions;

/// <summary>
/// The keys of one issuer: believed for an hour, and asked for at most once a minute however many unknown keys are named.
/// When they cannot be had there are none, so that nobody gets in.
/// </summary>
/// <param name="fetch">Gets the published document; throws <see cref="HttpRequestException"/> when there is none.</param>
internal sealed class KeySetCache(Func<CancellationToken, Task<byte[]>> fetch, TimeProvider time) : IDisposable
{
    public static readonly TimeSpan Holds = TimeSpan.FromHours(1);
    public static readonly TimeSpan LeastPause = TimeSpan.FromMinutes(1);

    private readonly SemaphoreSlim _turn = new(1, 1);
    private Fetched _last = new(null, DateTimeOffset.MinValue, DateTimeOffset.MinValue);

    /// <summary>The key, or null when the issuer does not have it.</summary>
    /// <exception cref="HttpRequestException">No keys younger than an hour can be had.</exception>
    public async Task<AssertionKey?> FindAsync(string keyId, CancellationToken cancellationToken)
    {
        if (Known(keyId) is { } known)
            return known;
        await _turn.WaitAsync(cancellationToken);
        try
        {
            // Who waited for the turn may find that the one before has fetched it.
            if (Known(keyId) is { } arrived)
                return arrived;
            if (time.GetUtcNow() - _last.TriedAt >= LeastPause)
                await FetchAsync();
            return Current is { } keys ? keys.GetValueOrDefault(keyId) : throw new HttpRequestException("The issuer's keys cannot be had.");
        }
        finally
        {
            _turn.Release();
        }
    }

    public void Dispose() => _turn.Dispose();

    private ImmutableDictionary<string, AssertionKey>? Current => _last is { } last && time.GetUtcNow() - last.At < Holds ? last.Keys : null;

    private AssertionKey? Known(string keyId) => Current?.GetValueOrDefault(keyId);

    private async Task FetchAsync()
    {
        _last = _last with { TriedAt = time.GetUtcNow() };
        // Not the caller's token: who asks and hangs up each time must not keep the keys from everybody else.
        if (KeySetParser.Parse(await fetch(CancellationToken.None)) is not { } keys)
            throw new HttpRequestException("The issuer answered with something that is no key set.");
        _last = new Fetched(keys, time.GetUtcNow(), _last.TriedAt);
    }

    private sealed record Fetched(ImmutableDictionary<string, AssertionKey>? Keys, DateTimeOffset At, DateTimeOffset TriedAt);
}
