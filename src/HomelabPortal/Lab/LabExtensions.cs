using HomelabPortal.Access;
using HomelabPortal.Access.Sessions;
using HomelabPortal.Access.Web;
using HomelabPortal.Cluster.Watching;
using HomelabPortal.Desired;
using HomelabPortal.Storage.Sqlite;
using HomelabPortal.Platform;
using HomelabPortal.Simulator;

namespace HomelabPortal.Lab;

internal static class LabExtensions
{
    /// <summary>
    /// Reads the configuration, starts the simulated lab when that is the mode, and registers the connections.
    /// Everything wrong with the configuration is told at once, before anything is opened.
    /// </summary>
    /// <exception cref="StartupException">The configuration has faults, or the data directory cannot be used.</exception>
    public static async Task<LabScope> AddLabAsync(this WebApplicationBuilder builder, CancellationToken cancellationToken)
    {
        var faults = new OptionsFaults();
        var configuration = builder.Configuration;
        var mode = faults.Read<LabOptions>(builder.Services, configuration).Mode
            ?? (builder.Environment.IsDevelopment() ? LabMode.Simulated : LabMode.Real);
        configuration[DataFolder.Key] = DataFolder.Of(builder);
        var portal = faults.Read<PortalOptions>(builder.Services, configuration);
        var simulated = mode == LabMode.Simulated ? await SimulateAsync(configuration, cancellationToken) : null;
        faults.Read<KubernetesOptions>(builder.Services, configuration);
        faults.Read<CloudflareOptions>(builder.Services, configuration);
        faults.Read<DockerOptions>(builder.Services, configuration);
        if (ListenAddresses.FaultOf(builder, mode, portal) is { } fault)
            faults.Add(fault);
        foreach (var opened in WebFaults.Of(configuration, builder.Environment))
            faults.Add(opened);

        var firstPolicy = portal.Policy ?? (mode == LabMode.Simulated ? ChangePolicy.Sync : ChangePolicy.Observe);
        builder.Services.AddSingleton(new PortalAddress(portal.PublicAddress));
        builder.Services.AddSingleton(portal.Proxies);
        builder.Services.AddSingleton(new LabSettings(mode, firstPolicy));
        builder.Services.AddSingleton(new DemoLab(mode == LabMode.Simulated));
        builder.Services.AddSingleton<LabConnections>();
        builder.Services.AddSingleton(provider =>
        {
            var connections = provider.GetRequiredService<LabConnections>();
            return new ClusterSource(connections.Kubernetes, connections.KubernetesHelp);
        });
        return new LabScope(faults, portal, simulated);
    }

    private static async Task<SimulatedLab> SimulateAsync(ConfigurationManager configuration, CancellationToken cancellationToken)
    {
        var lab = await SimulatedLab.StartAsync(new SimulatedLabOptions(), cancellationToken);
        configuration.AddInMemoryCollection(SimulatedLabSettings.Of(lab));
        return lab;
    }
}
