using System.Collections.Concurrent;
using HomelabPortal.Access;
using HomelabPortal.Access.Authority;
using HomelabPortal.Platform;

namespace HomelabPortal.Cluster.Logs.Viewing;

/// <summary>The logs that are being read now: so many for each person, and each ends when its reader may not read logs any more.</summary>
internal sealed class LogStreams(Live<AccessState> access, AuthorityCheck authority, TimeProvider time)
{
    public const int MostOfOne = 8;
    public const int Most = 64;
    private static readonly TimeSpan _recheck = TimeSpan.FromSeconds(20);
    private readonly ConcurrentDictionary<object, string> _open = new(ReferenceEqualityComparer.Instance);

    public int Open => _open.Count;

    /// <summary>Why there can be no further one, or null; then <paramref name="end"/> must be disposed.</summary>
    public string? TryBegin(Actor actor, out IDisposable end)
    {
        var place = new Place(_open);
        end = place;
        var who = actor.AccountId ?? "";
        lock (_open)
        {
            if (_open.Count >= Most)
                return $"{Most} logs are being read at the portal already. Close some.";
            if (_open.Values.Count(one => one == who) >= MostOfOne)
                return $"You are reading {MostOfOne} logs already. Close one of them and try again.";
            _open[place] = who;
            return null;
        }
    }

    /// <summary>Cancels when the reader's session or token has ended, or the role does not reach any more.</summary>
    public async Task WatchAsync(Actor actor, CancellationTokenSource reading)
    {
        try
        {
            await Task.WhenAny(FollowAsync(actor, reading.Token), RecheckAsync(actor, reading.Token));
            await reading.CancelAsync();
        }
        catch (ObjectDisposedException)
        {
            // Reading ended by itself.
        }
    }

    private async Task FollowAsync(Actor actor, CancellationToken cancellationToken)
    {
        await foreach (var _ in access.WatchAsync(cancellationToken))
        {
            if (authority.WhyNot(actor, Act.ReadLogs) is not null)
                return;
        }
    }

    /// <summary>Time alone ends sessions too, and publishes nothing.</summary>
    private async Task RecheckAsync(Actor actor, CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(_recheck, time);
        while (await timer.WaitForNextTickAsync(cancellationToken))
        {
            if (authority.WhyNot(actor, Act.ReadLogs) is not null)
                return;
        }
    }

    private sealed class Place(ConcurrentDictionary<object, string> open) : IDisposable
    {
        public void Dispose() => open.TryRemove(this, out _);
    }
}
