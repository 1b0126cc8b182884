using HomelabPortal.Cluster.Metrics.Packing;

namespace HomelabPortal.Cluster.Metrics.Reading;

/// <summary>What one thing used over a range.</summary>
/// <param name="From">Where the first point begins.</param>
/// <param name="Step">How much time each point stands for.</param>
/// <param name="Points">Null where nothing was measured.</param>
/// <param name="Fault">Why a part of it could not be had, in words for a person.</param>
internal sealed record MetricHistory(DateTimeOffset From, TimeSpan Step, IReadOnlyList<StoredPoint?> Points, HistorySource Source, string? Fault = null)
{
    public bool IsEmpty => !Points.Any(point => point is not null);

    public DateTimeOffset To => From + Step * Points.Count;
}
