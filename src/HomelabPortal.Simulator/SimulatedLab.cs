using HomelabPortal.Simulator.Cloudflare;
using HomelabPortal.Simulator.Docker;
using HomelabPortal.Simulator.Faults;
using HomelabPortal.Simulator.Hosting;
using HomelabPortal.Simulator.Kubernetes;

namespace HomelabPortal.Simulator;

/// <summary>A whole lab in one process: its Kubernetes, Cloudflare and Docker APIs over real loopback HTTP.</summary>
public sealed class SimulatedLab : IAsyncDisposable
{
    private readonly LabHost _host;
    private readonly LabFolder _folder;

    private SimulatedLab(LabHost host, LabFolder folder, LabParts parts)
    {
        (_host, _folder) = (host, folder);
        (Faults, KubernetesStore, CloudflareState, DockerStates) = (parts.Faults, parts.KubernetesStore, parts.CloudflareState, parts.DockerStates);
        Kubernetes = folder.Write(host.AddressOf(parts.KubernetesEndpoint), parts.Certificates, parts.Tokens);
        Cloudflare = new CloudflareEndpoint
        {
            BaseAddress = new Uri(host.AddressOf(parts.CloudflareEndpoint), "client/v4/"),
            Token = parts.Tokens.Cloudflare,
            AccountId = parts.CloudflareState.AccountId,
        };
        DockerHosts =
        [
            .. parts.DockerEndpoints.Zip(parts.DockerStates, (endpoint, state) => new DockerEndpoint
            {
                Name = endpoint.Name, Address = host.AddressOf(endpoint), LanAddress = state.Facts.LanAddress,
            }),
        ];
    }

    public KubernetesEndpoint Kubernetes { get; }

    public CloudflareEndpoint Cloudflare { get; }

    public IReadOnlyList<DockerEndpoint> DockerHosts { get; }

    /// <summary>Makes requests go wrong, and knows which ones were made.</summary>
    public FaultInjector Faults { get; }

    /// <summary>The cluster's content, bypassing the API.</summary>
    public KubernetesStore KubernetesStore { get; }

    /// <summary>The Cloudflare account, bypassing the API.</summary>
    public CloudflareState CloudflareState { get; }

    /// <summary>The Docker hosts, bypassing the API.</summary>
    public IReadOnlyList<DockerState> DockerStates { get; }

    /// <summary>Fills the lab and opens its listeners; all answer when this returns.</summary>
    public static async Task<SimulatedLab> StartAsync(SimulatedLabOptions options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(options);
        var folder = LabFolder.Open(options.Folder);
        var parts = LabParts.Create(options);
        var host = await LabHost.StartAsync(parts.Endpoints, parts.Certificates, parts.Faults, options, cancellationToken);
        return new SimulatedLab(host, folder, parts);
    }

    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        _folder.Dispose();
    }
}
