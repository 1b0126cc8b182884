using HomelabPortal.Cluster;
using HomelabPortal.Cluster.Metrics;
using HomelabPortal.Cluster.Metrics.Packing;
using HomelabPortal.Cluster.Metrics.Sampling;
using HomelabPortal.Docker;

namespace HomelabPortal.Gpu.Work.Stats;

/// <summary>Turns one sample of each container a minute into what the history keeps. One host has one.</summary>
internal sealed class StatsHistory(string host)
{
    private Dictionary<string, ContainerSample> _before = [];

    public static MetricSubject Subject(string host, string name) => new(MetricSubject.ContainerKind, host, name);

    /// <param name="samples">Of what runs, by id, with its name.</param>
    public IReadOnlyList<Measured> Take(IReadOnlyDictionary<string, (string Name, ContainerSample Sample)> samples)
    {
        var measured = new List<Measured>();
        foreach (var (id, (name, sample)) in samples)
        {
            if (StatsMath.Between(_before.GetValueOrDefault(id), sample) is { Cores: { } cores } rates)
                measured.Add(new Measured(Subject(host, name), new Usage(cores, rates.MemoryBytes), Levels.Of(default, new Usage(0, rates.MemoryLimitBytes ?? 0)), IsKept: true));
        }

        _before = samples.ToDictionary(entry => entry.Key, entry => entry.Value.Sample);
        return measured;
    }
}
