using HomelabPortal.Gpu.Telemetry;
using HomelabPortal.Gpu.Telemetry.Exporting;
using HomelabPortal.Gpu.Telemetry.History;
using HomelabPortal.Lab;
using HomelabPortal.Platform;

namespace HomelabPortal.Gpu;

internal static class GpuExtensions
{
    public static IServiceCollection AddDockerHosts(this IServiceCollection services)
    {
        services.AddSingleton(provider => new Live<DockerState>(DockerState.NotYetSeen(provider.GetRequiredService<LabConnections>().DockerHosts), provider.GetRequiredService<TimeProvider>()));
        services.AddHostedService<DockerWatcher>();
        services.AddSingleton(provider => new Live<GpuState>(GpuState.Empty, provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<GpuAudience>();
        services.AddSingleton<GpuHistory>();
        services.AddSingleton(_ => new GpuExporter(new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, UseProxy = false })
        {
            Timeout = GpuExporter.Limit, MaxResponseContentBufferSize = GpuExporter.MaxAnswerBytes,
        }));
        services.AddHostedService<GpuSampler>();
        return services;
    }
}
