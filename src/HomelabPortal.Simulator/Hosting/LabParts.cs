using HomelabPortal.Simulator.Cloudflare;
using HomelabPortal.Simulator.Docker;
using HomelabPortal.Simulator.Edge;
using HomelabPortal.Simulator.Faults;
using HomelabPortal.Simulator.Identity;
using HomelabPortal.Simulator.Kubernetes;
using HomelabPortal.Simulator.Kubernetes.Fleet;
using HomelabPortal.Simulator.Kubernetes.Kubelet;
using HomelabPortal.Simulator.ReferenceLab;

namespace HomelabPortal.Simulator.Hosting;

/// <summary>What a lab is made of, filled with its content and not yet listening.</summary>
internal sealed record LabParts
{
    public required FaultInjector Faults { get; init; }

    public required LabCertificates Certificates { get; init; }

    public required LabTokens Tokens { get; init; }

    public required KubernetesStore KubernetesStore { get; init; }

    public required PodChurn Churn { get; init; }

    public required KubeletLogs PodLogs { get; init; }

    public required ILabEndpoint KubernetesEndpoint { get; init; }

    public required CloudflareState CloudflareState { get; init; }

    public required ILabEndpoint CloudflareEndpoint { get; init; }

    public required EdgeServer Edge { get; init; }

    public required IReadOnlyList<DockerState> DockerStates { get; init; }

    /// <summary>In the order of <see cref="DockerStates"/>.</summary>
    public required IReadOnlyList<ILabEndpoint> DockerEndpoints { get; init; }

    public required IdentityState IdentityState { get; init; }

    public required ILabEndpoint IdentityEndpoint { get; init; }

    /// <summary>One listener each.</summary>
    public IReadOnlyList<ILabEndpoint> Endpoints => [KubernetesEndpoint, CloudflareEndpoint, Edge, .. DockerEndpoints, IdentityEndpoint];

    public static async Task<LabParts> CreateAsync(SimulatedLabOptions options)
    {
        // Making keys takes about as long as filling the cluster.
        var certificates = Task.Run(LabCertificates.Create, CancellationToken.None);
        var store = new KubernetesStore(options.Time, options.Seed, options.WatchHistory);
        var faults = new FaultInjector { Stamp = () => store.ResourceVersion };
        var tokens = LabTokens.Create();
        LabFiller.Fill(store, options);
        var churn = new PodChurn(store);
        var podLogs = new KubeletLogs(options.Time);
        var isReference = options.Content is LabContent.ReferenceLabContent;
        var cloudflare = ReferenceCloudflare.Create(options.Time, tokens.Cloudflare, options.ConnectorDelay, isReference);
        var hosts = ReferenceDocker.Create(options.Time, isReference, options.DockerHosts);
        var identity = new IdentityState(options.Time);
        var issued = await certificates;
        return new LabParts
        {
            Faults = faults,
            Certificates = issued,
            Tokens = tokens,
            KubernetesStore = store,
            Churn = churn,
            PodLogs = podLogs,
            KubernetesEndpoint = new KubernetesApi(store, faults, tokens, churn, podLogs, WriterOf(options), options.KubernetesPort),
            CloudflareState = cloudflare,
            CloudflareEndpoint = new CloudflareApi(cloudflare, options.CloudflarePort),
            Edge = new EdgeServer(cloudflare, store, issued),
            DockerStates = hosts,
            DockerEndpoints = [.. hosts.Select((host, i) => new DockerApi(host, faults, options.DockerPort == 0 ? 0 : options.DockerPort + i))],
            IdentityState = identity,
            IdentityEndpoint = new IdentityApi(identity, options.IdentityPort),
        };
    }
    /// <summary>In an empty lab only a test writes logs.</summary>
    private static LogWriter? WriterOf(SimulatedLabOptions options) => options.Content is LabContent.EmptyContent ? null : new LogWriter(options.Time);
}
