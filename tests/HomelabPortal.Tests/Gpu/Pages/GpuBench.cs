using HomelabPortal.Access;
using HomelabPortal.Cluster;
using HomelabPortal.Cluster.Metrics;
using HomelabPortal.Cluster.Metrics.Prometheus;
using HomelabPortal.Cluster.Metrics.Reading;
using HomelabPortal.Cluster.Metrics.Sampling;
using HomelabPortal.Docker;
using HomelabPortal.Gpu;
using HomelabPortal.Gpu.Containers.Updates;
using HomelabPortal.Gpu.Containers.Editing;
using HomelabPortal.Gpu.Telemetry;
using HomelabPortal.Gpu.Telemetry.History;
using HomelabPortal.Lab;
using HomelabPortal.Platform;
using HomelabPortal.Simulator;
using HomelabPortal.Storage;
using HomelabPortal.Tests.Access.Pages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Role = HomelabPortal.Storage.Rows.Role;

namespace HomelabPortal.Tests.Gpu.Pages;

/// <summary>What the pages of graphics cards need, with states that a test publishes.</summary>
internal static class GpuBench
{
    /// <param name="lab">A simulated host that acts go to; null for none.</param>
    public static Task<ActsPage> OpenAsync(Role role = Role.Admin, SimulatedLab? lab = null) => ActsPage.OpenAsync(role, page =>
    {
        var (services, time) = (page.Context.Services, page.Context.Clock);
        // Nothing listens there, and nothing asks it.
        var client = new DockerClient(DockerConnection.FromAddress(lab?.DockerHosts[0].Address.AbsoluteUri ?? "http://127.0.0.1:1"), TimeProvider.System);
        services.AddSingleton<IReadOnlyList<DockerHost>>([new DockerHost(Cards.Host, "10.0.0.160", client)]);
        services.AddSingleton(new Live<GpuState>(GpuState.Empty, time));
        services.AddSingleton(new Live<UpdateState>(UpdateState.Empty, time));
        services.AddSingleton(new Live<DockerState>(DockerState.Empty, time));
        services.AddSingleton(new Live<ClusterState>(ClusterState.NotConnected("No cluster is connected."), time));
        services.AddSingleton(new Live<HomelabPortal.Reconcile.ReconcileStatus>(HomelabPortal.Reconcile.ReconcileStatus.NotStarted, time));
        services.AddSingleton(new Live<HomelabPortal.Gpu.Containers.Writing.ContainerState>(HomelabPortal.Gpu.Containers.Writing.ContainerState.Empty, time));
        services.AddSingleton<IDbContextFactory<PortalDbContext>>(page.Database);
        services.AddSingleton(Options.Create(new MetricsOptions()));
        services.AddSingleton(new PrometheusSource(null));
        services.AddSingleton<MetricsMemory>();
        services.AddSingleton<MetricsReader>();
        services.AddSingleton<GpuHistory>();
        services.AddSingleton<GpuAudience>();
        services.AddSingleton(new Signal());
        services.AddSingleton(new ActionRunner(page.Person.Authority, new AuditLog(page.Database.Writer, time), NullLogger<ActionRunner>.Instance));
        services.AddSingleton<ContainerActs>();
        services.AddSingleton<LostGpuActs>();
    });

    public static void Publish(this ActsPage page, params GpuHostState[] hosts) => page.Context.Services.GetRequiredService<Live<GpuState>>().Publish(new GpuState([.. hosts]));

    /// <summary>As the sampler does: into the history first, then on the page.</summary>
    public static void Measure(this ActsPage page, GpuHostState host)
    {
        var live = page.Context.Services.GetRequiredService<Live<GpuState>>();
        page.Context.Services.GetRequiredService<GpuHistory>().Record(live.Current.Value.Find(host.Host) ?? GpuHostState.Unknown(host.Host), host);
        live.Publish(new GpuState([host]));
    }
}
