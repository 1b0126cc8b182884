using HomelabPortal.Simulator.Faults;
using HomelabPortal.Simulator.Kubernetes;

namespace HomelabPortal.Simulator.Hosting;

/// <summary>What a lab is made of, filled with its content and not yet listening.</summary>
internal sealed record LabParts
{
    public required FaultInjector Faults { get; init; }

    public required LabCertificates Certificates { get; init; }

    public required LabTokens Tokens { get; init; }

    public required KubernetesStore KubernetesStore { get; init; }

    public required ILabEndpoint KubernetesEndpoint { get; init; }

    /// <summary>One listener each.</summary>
    public IReadOnlyList<ILabEndpoint> Endpoints => [KubernetesEndpoint];

    public static LabParts Create(SimulatedLabOptions options)
    {
        var store = new KubernetesStore(options.Time, options.Seed, options.WatchHistory);
        var faults = new FaultInjector { Stamp = () => store.ResourceVersion };
        var tokens = LabTokens.Create();
        LabFiller.Fill(store, options);
        return new LabParts
        {
            Faults = faults,
            Certificates = LabCertificates.Create(),
            Tokens = tokens,
            KubernetesStore = store,
            KubernetesEndpoint = new KubernetesApi(options.KubernetesPort),
        };
    }
}
