using HomelabPortal.Gpu.Telemetry.Probing;

namespace HomelabPortal.Gpu.Telemetry.Exporting;

/// <summary>Asks an exporter of metrics beside a Docker host.</summary>
internal sealed class GpuExporter(HttpClient http)
{
    public const int MaxAnswerBytes = 4 << 20;
    public static readonly TimeSpan Limit = TimeSpan.FromSeconds(10);

    public async Task<IReadOnlyList<MetricSample>> ReadAsync(Uri address, CancellationToken cancellationToken)
    {
        try
        {
            var samples = MetricText.Read(await http.GetStringAsync(address, cancellationToken)).ToList();
            return ExporterReadings.OfCards(samples).Count > 0
                ? samples
                : throw new GpuProbeException($"The exporter at {address} answers but tells of no card. Docker:Hosts:…:GpuExporter must lead to the metrics of nvidia_gpu_exporter or of DCGM's exporter.");
        }
        catch (HttpRequestException fault)
        {
            throw new GpuProbeException($"The exporter at {address} cannot be read{(fault.StatusCode is { } status ? $": HTTP {(int)status}" : "")}. Check that it runs and that Docker:Hosts:…:GpuExporter is its address.");
        }
        catch (TaskCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new GpuProbeException($"The exporter at {address} did not answer within {Limit.TotalSeconds:0} s.");
        }
    }
}
