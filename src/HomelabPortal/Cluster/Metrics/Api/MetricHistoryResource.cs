using HomelabPortal.Cluster.Metrics.Reading;

namespace HomelabPortal.Cluster.Metrics.Api;

/// <summary>What something used over time, evenly spaced, oldest first.</summary>
/// <param name="Namespace">Null for nodes and namespaces.</param>
/// <param name="Source">Who kept it.</param>
/// <param name="Fault">Why a part of it could not be had.</param>
internal sealed record MetricHistoryResource(
    string Kind, string? Namespace, string Name, DateTimeOffset From, DateTimeOffset To, int StepSeconds, HistorySource Source, string? Fault, IReadOnlyList<MetricPointResource> Points)
{
    public static MetricHistoryResource Of(MetricSubject subject, MetricHistory history) => new(
        subject.Kind, subject.Namespace.Length == 0 ? null : subject.Namespace, subject.Name, history.From, history.To, (int)history.Step.TotalSeconds, history.Source, history.Fault,
        [.. history.Points.Select((point, index) => MetricPointResource.Of(history.From + history.Step * index, point))]);
}
