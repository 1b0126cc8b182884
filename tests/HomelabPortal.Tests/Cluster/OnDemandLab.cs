using HomelabPortal.Cluster.Events;
using HomelabPortal.Cluster.Objects.Browser;
using HomelabPortal.Cluster.Objects.Manifests;
using HomelabPortal.Cluster.Objects.OnDemand;
using HomelabPortal.Cluster.Watching;
using HomelabPortal.Kubernetes;
using HomelabPortal.Simulator;
using HomelabPortal.Simulator.Faults;

namespace HomelabPortal.Tests.Cluster;

/// <summary>The reference lab at rest, and what reads it on demand.</summary>
internal sealed class OnDemandLab : IAsyncDisposable
{
    private OnDemandLab(SimulatedLab lab, string? context)
    {
        Lab = lab;
        var source = KubeconfigSource.FromFile(lab.Kubernetes.KubeconfigPath, context);
        Client = new KubernetesClient(KubernetesConnection.FromKubeconfig(source), TimeProvider.System);
        Source = new ClusterSource(Client, "");
        Reader = new ClusterReader(Source, TimeProvider.System);
    }

    public SimulatedLab Lab { get; }

    public KubernetesClient Client { get; }

    public ClusterSource Source { get; }

    public ClusterReader Reader { get; }

    public ManifestReader Manifests => new(Reader);

    public KindCatalogue Kinds => new(Reader, TimeProvider.System);

    public ObjectLister Lister => new(Reader, TimeProvider.System);

    public EventReader Events => new(Reader);

    /// <param name="readOnly">True signs in as one who may read everything but secrets.</param>
    public static async Task<OnDemandLab> StartAsync(bool readOnly = false) =>
        new(await SimulatedLab.StartAsync(new SimulatedLabOptions { Lives = false }, CancellationToken.None), readOnly ? "simulated-read-only" : null);

    /// <summary>From now on the API server answers with this status.</summary>
    public void Refuse(int status, string? path = null) =>
        Lab.Faults.Add(new FaultMatch { System = SimulatedSystem.Kubernetes, PathContains = path }, new FaultEffect.Status(status));

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await Lab.DisposeAsync();
    }
}
