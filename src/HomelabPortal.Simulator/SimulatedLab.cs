using HomelabPortal.Simulator.Cloudflare;
using HomelabPortal.Simulator.Docker;
using HomelabPortal.Simulator.Faults;
using HomelabPortal.Simulator.Hosting;
using HomelabPortal.Simulator.Identity;
using HomelabPortal.Simulator.Kubernetes;
using HomelabPortal.Simulator.Kubernetes.Fleet;
using HomelabPortal.Simulator.Kubernetes.Kubelet;
using HomelabPortal.Simulator.ReferenceLab.Life;

namespace HomelabPortal.Simulator;

/// <summary>A whole lab in one process: its Kubernetes, Cloudflare and Docker APIs and its identity provider over real loopback HTTP.</summary>
public sealed class SimulatedLab : IAsyncDisposable
{
    private readonly LabHost _host;
    private readonly LabFolder _folder;
    private readonly LabLife? _life;
    private readonly PodChurn _churn;
    private readonly IDisposable _edge;

    private SimulatedLab(LabHost host, LabFolder folder, LabParts parts, LabLife? life)
    {
        (_host, _folder, _life, _churn, _edge) = (host, folder, life, parts.Churn, parts.Edge);
        (Faults, KubernetesStore, PodLogs, CloudflareState, DockerStates, IdentityState) =
            (parts.Faults, parts.KubernetesStore, parts.PodLogs, parts.CloudflareState, parts.DockerStates, parts.IdentityState);
        Kubernetes = folder.Write(host.AddressOf(parts.KubernetesEndpoint), parts.Certificates, parts.Tokens);
        Cloudflare = new CloudflareEndpoint
        {
            BaseAddress = new Uri(host.AddressOf(parts.CloudflareEndpoint), "client/v4/"),
            Token = parts.Tokens.Cloudflare,
            AccountId = parts.CloudflareState.AccountId,
        };
        Edge = new EdgeEndpoint { Address = host.AddressOf(parts.Edge).Authority, CertificateAuthorityPath = Kubernetes.CertificateAuthorityPath };
        EdgeOverrides = parts.Edge.Overrides;
        DockerHosts =
        [
            .. parts.DockerEndpoints.Zip(parts.DockerStates, (endpoint, state) => new DockerEndpoint
            {
                Name = endpoint.Name, Address = host.AddressOf(endpoint), LanAddress = state.Facts.LanAddress,
            }),
        ];
        Identity = new IdentityEndpoint
        {
            Issuer = host.AddressOf(parts.IdentityEndpoint).GetLeftPart(UriPartial.Authority),
            ClientId = parts.IdentityState.Client.Id,
            ClientSecret = parts.IdentityState.Client.Secret,
        };
    }

    public KubernetesEndpoint Kubernetes { get; }

    public CloudflareEndpoint Cloudflare { get; }

    public EdgeEndpoint Edge { get; }

    /// <summary>Addresses that public DNS gives for a name instead of the right ones.</summary>
    public IDictionary<string, string> EdgeOverrides { get; }

    public IReadOnlyList<DockerEndpoint> DockerHosts { get; }

    public IdentityEndpoint Identity { get; }

    /// <summary>Makes requests go wrong, and knows which ones were made.</summary>
    public FaultInjector Faults { get; }

    /// <summary>The cluster's content, bypassing the API.</summary>
    public KubernetesStore KubernetesStore { get; }

    /// <summary>What the cluster's containers write.</summary>
    public KubeletLogs PodLogs { get; }

    /// <summary>The Cloudflare account, bypassing the API.</summary>
    public CloudflareState CloudflareState { get; }

    /// <summary>The Docker hosts, bypassing the API.</summary>
    public IReadOnlyList<DockerState> DockerStates { get; }

    /// <summary>The identity provider, bypassing its API.</summary>
    public IdentityState IdentityState { get; }

    /// <summary>What went wrong last in the lab's own life; it goes on all the same. Null while nothing has.</summary>
    public Exception? LifeFault => _life?.LastFault;

    /// <summary>Fills the lab and opens its listeners; all answer when this returns.</summary>
    public static async Task<SimulatedLab> StartAsync(SimulatedLabOptions options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(options);
        var folder = LabFolder.Open(options.Folder);
        var parts = await LabParts.CreateAsync(options);
        var host = await LabHost.StartAsync(parts.Endpoints, parts.Certificates, parts.Faults, options, cancellationToken);
        // Only the reference lab has a life of its own; anywhere else nothing moves but what a test moves.
        var life = options is { Lives: true, Content: LabContent.ReferenceLabContent }
            ? new LabLife(parts.KubernetesStore, parts.DockerStates, options.Seed, options.Time)
            : null;
        return new SimulatedLab(host, folder, parts, life);
    }

    /// <summary>Changes pod statuses at a steady rate until told otherwise; zero stops.</summary>
    public void Churn(double eventsPerSecond) => _churn.Set(eventsPerSecond);

    public async ValueTask DisposeAsync()
    {
        await _churn.DisposeAsync();
        if (_life is not null) await _life.DisposeAsync();
        await _host.DisposeAsync();
        _edge.Dispose();
        IdentityState.Dispose();
        _folder.Dispose();
    }
}
