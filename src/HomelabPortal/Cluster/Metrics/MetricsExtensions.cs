using HomelabPortal.Cluster.Metrics.Keeping;
using HomelabPortal.Cluster.Metrics.Prometheus;
using HomelabPortal.Cluster.Metrics.Reading;
using HomelabPortal.Cluster.Metrics.Sampling;
using HomelabPortal.Platform;

namespace HomelabPortal.Cluster.Metrics;

internal static class MetricsExtensions
{
    /// <summary>Keeps what nodes and workloads use, and reads it for pages and the API.</summary>
    public static IServiceCollection AddMetricsHistory(this IServiceCollection services, IConfiguration configuration, OptionsFaults faults)
    {
        var options = faults.Read<MetricsOptions>(services, configuration);
        services.AddSingleton(provider => new Live<MetricsPulse>(MetricsPulse.None, provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<MetricsMemory>();
        services.AddSingleton<MetricsStore>();
        services.AddSingleton<HourCloser>();
        services.AddSingleton<MinuteThinner>();
        services.AddSingleton<MetricsPruner>();
        services.AddSingleton<MetricsKeeper>();
        services.AddSingleton<MetricsReader>();
        services.AddSingleton(_ => new PrometheusSource(PrometheusSettings.Of(options) is { } settings ? new PrometheusClient(settings) : null));
        services.AddHostedService<MetricsRecorder>();
        return services;
    }
}
