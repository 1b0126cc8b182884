namespace HomelabPortal.Gpu.Telemetry.Exporting;

/// <summary>One line of an exporter's answer.</summary>
internal sealed record MetricSample(string Name, IReadOnlyDictionary<string, string> Labels, double Value)
{
    public string? Label(string name) => Labels.GetValueOrDefault(name);
}
