using System.Collections.Immutable;
using HomelabPortal.Docker;
using HomelabPortal.Gpu.Telemetry.Probing;
using HomelabPortal.Lab;
using HomelabPortal.Platform;

namespace HomelabPortal.Gpu.Work.Events;

/// <summary>Listens to one host through breaks.</summary>
internal sealed class EventFollower(DockerHost host, Live<DockerState> live, Action<IReadOnlyList<HostEvent>> tell, TimeProvider time)
{
    /// <summary>What the engine still knows of the time before the portal was started.</summary>
    private static readonly TimeSpan _past = TimeSpan.FromDays(1);
    private ImmutableArray<DockerContainer>? _before;
    private long? _since;

    /// <summary>One connection: what was missed, then what happens, until it ends.</summary>
    /// <param name="answered">Called once the engine has answered.</param>
    public async Task RunAsync(Action answered, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var there = await ListAsync(cancellationToken);
        answered();
        _since ??= Nanoseconds(now - _past);
        if (_before is { } before)
            tell(MissedEvents.Between(host.Name, before, there, await ReplayAsync(Nanoseconds(now), cancellationToken), now));
        try
        {
            // What was replayed comes once more, and is known by then.
            await foreach (var happened in host.Client.EventsAsync(EventOptions.ContainerLife with { SinceNanoseconds = _since }, cancellationToken))
                Take(happened);
        }
        finally
        {
            // The list that pages see is as old as the break.
            _before = live.Current.Value.Hosts.FirstOrDefault(one => one.Name == host.Name) is { AsOf: not null } seen ? seen.Containers : there;
        }
    }

    /// <returns>The containers that what the engine remembers tells of.</returns>
    private async Task<IReadOnlySet<string>> ReplayAsync(long until, CancellationToken cancellationToken)
    {
        var told = new HashSet<string>(StringComparer.Ordinal);
        await foreach (var happened in host.Client.EventsAsync(EventOptions.ContainerLife with { SinceNanoseconds = _since, UntilNanoseconds = until }, cancellationToken))
        {
            Take(happened);
            told.Add(happened.Actor?.Id ?? "");
        }

        return told;
    }

    private void Take(DockerEvent happened)
    {
        _since = Math.Max(_since ?? 0, happened.TimeNanoseconds);
        if (HostEvents.Of(host.Name, happened) is { } known)
            tell([known]);
    }

    private async Task<ImmutableArray<DockerContainer>> ListAsync(CancellationToken cancellationToken) =>
        [.. (await host.Client.ListContainersAsync(null, cancellationToken)).Where(container => !GpuProbeSpec.IsOurs(container)).Select(DockerContainer.From)];

    private static long Nanoseconds(DateTimeOffset at) => (at - DateTimeOffset.UnixEpoch).Ticks * TimeSpan.NanosecondsPerTick;
}
