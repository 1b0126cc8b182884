using HomelabPortal.Cluster.Metrics.Packing;

namespace HomelabPortal.Cluster.Metrics.Prometheus;

/// <summary>Long ranges from a Prometheus, when there is one. That it is down is part of the answer, never a fault of the page.</summary>
internal sealed class PrometheusSource(PrometheusClient? client) : IDisposable
{
    public bool IsConfigured => client is not null;

    public async Task<PrometheusAnswer> ReadAsync(MetricSubject subject, DateTimeOffset from, DateTimeOffset to, TimeSpan step, CancellationToken cancellationToken)
    {
        if (client is null)
            return new PrometheusAnswer(null, "Ranges of more than a week need a Prometheus. Set Metrics:PrometheusUrl.");
        try
        {
            // A value of a Prometheus tells of the step before it; ours of the step that begins there.
            var cpu = client.RangeAsync(PrometheusQueries.Cpu(subject, step), from + step, to, step, cancellationToken);
            var memory = client.RangeAsync(PrometheusQueries.Memory(subject, step), from + step, to, step, cancellationToken);
            await Task.WhenAll(cpu, memory);
            return new PrometheusAnswer(Join(await cpu, await memory, from, step, (int)((to - from) / step)), null);
        }
        catch (PrometheusException fault)
        {
            return new PrometheusAnswer(null, fault.Message);
        }
    }

    public void Dispose() => client?.Dispose();

    /// <summary>Only where both are known: one without the other is a gap of the scrape.</summary>
    internal static IReadOnlyList<StoredPoint?> Join(IReadOnlyList<PrometheusPoint> cpu, IReadOnlyList<PrometheusPoint> memory, DateTimeOffset from, TimeSpan step, int count)
    {
        var cores = new double?[count];
        var points = new StoredPoint?[count];
        foreach (var point in cpu)
        {
            if (Slot(point) is { } slot)
                cores[slot] = point.Value;
        }

        foreach (var point in memory)
        {
            if (Slot(point) is { } slot && cores[slot] is { } used)
                points[slot] = StoredPoint.Of(MetricUnits.Cpu(used), MetricUnits.Memory(point.Value), Levels.None);
        }

        return points;

        int? Slot(PrometheusPoint point) => (int)Math.Round((point.At - from) / step) - 1 is >= 0 and var slot && slot < count ? slot : null;
    }
}
