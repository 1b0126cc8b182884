using HomelabPortal.Ui.State;

namespace HomelabPortal.Gpu.Work.Events;

/// <summary>
/// Pure: what must have happened while nobody listened, from what was there before and is there now. Engines keep only their last few hundred events.
/// <list type="table">
/// <item><term>told by an event since</term><description>nothing</description></item>
/// <item><term>was there and is not</term><description>removed</description></item>
/// <item><term>was not there and is</term><description>made</description></item>
/// <item><term>ran and does not, or the other way</term><description>ended, started</description></item>
/// </list>
/// </summary>
internal static class MissedEvents
{
    private const long NanosecondsPerTick = 100;

    /// <param name="told">Ids of the containers that an event since tells of.</param>
    public static IReadOnlyList<HostEvent> Between(string host, IReadOnlyList<DockerContainer> before, IReadOnlyList<DockerContainer> now, IReadOnlySet<string> told, DateTimeOffset at)
    {
        var (was, there) = (before.ToDictionary(one => one.Id), now.ToDictionary(one => one.Id));
        var missed = new List<HostEvent>();
        foreach (var container in before.Where(one => !there.ContainsKey(one.Id)))
            missed.Add(Of(container, "Removed", HealthState.Off));
        foreach (var container in now)
        {
            if (!was.TryGetValue(container.Id, out var former))
                missed.Add(Of(container, container.IsRunning ? "Made and started" : "Made", HealthState.Off));
            else if (former.IsRunning != container.IsRunning)
                missed.Add(Of(container, container.IsRunning ? "Started" : "Ended", container.IsRunning ? HealthState.Healthy : HealthState.Off));
        }

        return [.. missed.Where(one => !told.Contains(one.Id))];

        HostEvent Of(DockerContainer container, string what, HealthState state) =>
            new(host, at, container.Id, container.Name, what, state, (at - DateTimeOffset.UnixEpoch).Ticks * NanosecondsPerTick, WasSeen: false);
    }
}
