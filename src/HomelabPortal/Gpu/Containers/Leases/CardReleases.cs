using System.Collections.Concurrent;
using System.Collections.Immutable;

namespace HomelabPortal.Gpu.Containers.Leases;

/// <summary>When a container that had a GPU was last seen to have ended, by host. After a restart of the portal nothing is known, and nothing waits for it.</summary>
internal sealed class CardReleases
{
    private readonly ConcurrentDictionary<string, Known> _hosts = [];

    /// <param name="running">Ids of the containers that run and have a GPU.</param>
    /// <returns>When one of them was last seen to be gone.</returns>
    public DateTimeOffset? Note(string host, IEnumerable<string> running, DateTimeOffset now)
    {
        var ids = running.ToImmutableHashSet();
        return _hosts.AddOrUpdate(host, _ => new Known(ids, null), (_, before) => new Known(ids, before.Running.Except(ids).IsEmpty ? before.ReleasedAt : now)).ReleasedAt;
    }

    public DateTimeOffset? Of(string host) => _hosts.GetValueOrDefault(host)?.ReleasedAt;

    private sealed record Known(ImmutableHashSet<string> Running, DateTimeOffset? ReleasedAt);
}
