using HomelabPortal.Desired.Containers;
using HomelabPortal.Gpu.Containers.Checking;
using HomelabPortal.Gpu.Containers.Planning;

namespace HomelabPortal.Gpu.Containers.Idle;

/// <summary>
/// From when on containers may be counted as idle. The first start of a model server may fetch its model for an hour without any load, and that is no idling.
/// <code>
/// its check has not passed, or does not any more        not now, and the count begins anew
/// a version before it is still put aside                not now, and the count begins anew
/// its check passes                                      from when that was first seen
/// no check, and it was to stop when idle all along      from its start
/// no check, and that was wanted later                   from when it was first seen: before, the card was measured too seldom to tell
/// </code>
/// </summary>
internal sealed class IdleCounts
{
    private readonly Dictionary<string, DateTimeOffset> _since = [];
    private bool _hasLooked;

    /// <param name="containers">All that are to stop when idle, with what stands on their hosts; null where that cannot be seen.</param>
    public void Look(IReadOnlyCollection<(DesiredContainer Container, LiveHost? Host)> containers, string instance, DateTimeOffset now)
    {
        foreach (var gone in _since.Keys.Except(containers.Select(pair => pair.Container.Id)).ToList())
            _since.Remove(gone);
        foreach (var (container, host) in containers)
        {
            if (host is null)
                continue;
            if (Serving(container, host, instance) is not { } there)
                _since.Remove(container.Id);
            else
                _since.TryAdd(container.Id, !_hasLooked && there.Health is not "healthy" ? DateTimeOffset.MinValue : now);
        }

        _hasLooked = true;
    }

    /// <summary>Null while it may not be counted, also where its start is not known.</summary>
    public DateTimeOffset? Since(DesiredContainer container, LiveHost host, string instance)
    {
        if (Serving(container, host, instance)?.StartedAt is not { } startedAt || !_since.TryGetValue(container.Id, out var since))
            return null;
        return startedAt > since ? startedAt : since;
    }

    private static LiveContainer? Serving(DesiredContainer container, LiveHost host, string instance) =>
        host.Find(container.Name) is { IsRunning: true, Health: not ("starting" or "unhealthy") } there && there.IsMarkedFor(instance, container.Id)
        && !host.Containers.Any(other => PreviousName.IsOf(other.Name, container.Name)) ? there : null;
}
