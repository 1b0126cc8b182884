using HomelabPortal.Kubernetes;

namespace HomelabPortal.ConformanceTests.Kubernetes;

public sealed class SimulatedKubernetesActsTests : KubernetesActsConformance
{
    private SimulatedKubernetes? _cluster;

    private protected override async Task<KubernetesConnection> ConnectAsync() => (_cluster = await SimulatedKubernetes.StartAsync(Limit)).Admin;

    private protected override KubernetesConnection ConnectAsReader() => _cluster!.Reader;

    private protected override Task<string> CreateNamespaceAsync() => Task.FromResult(SimulatedKubernetes.Namespace);

    private protected override async Task DisconnectAsync()
    {
        if (_cluster is not null) await _cluster.DisposeAsync();
    }
}
