using System.Collections.Immutable;

namespace HomelabPortal.Gpu.Work.Events;

/// <summary>What happened on the Docker hosts since the portal began to look, newest first. It is not stored.</summary>
public sealed record HostTimeline(ImmutableArray<HostEvent> Events)
{
    /// <summary>Of all hosts together.</summary>
    public const int Most = 1000;

    public static HostTimeline Empty { get; } = new([]);

    /// <summary>What is known already is not added again: after a break an engine repeats what it told last.</summary>
    public HostTimeline With(IEnumerable<HostEvent> happened)
    {
        var known = Events.Select(one => one.Key).ToHashSet(StringComparer.Ordinal);
        var fresh = happened.Where(one => known.Add(one.Key)).ToList();
        return fresh.Count == 0
            ? this
            : new HostTimeline([.. Events.Concat(fresh).OrderByDescending(one => one.Nanoseconds).ThenBy(one => one.Key, StringComparer.Ordinal).Take(Most)]);
    }

    public IEnumerable<HostEvent> Of(string host, string name) => Events.Where(one => one.Host == host && one.Name == name);
}
