using HomelabPortal.Kubernetes;
using HomelabPortal.Simulator.Faults;

namespace HomelabPortal.ConformanceTests.Kubernetes;

public sealed class SimulatedPodExecTests : PodExecConformance
{
    private SimulatedKubernetes? _cluster;

    private protected override int KubeletPort => 10250;

    private protected override int Running => _cluster!.Faults.OpenStreams(new FaultMatch { PathContains = "/exec?" });

    private protected override async Task<KubernetesConnection> ConnectAsync() => (_cluster = await SimulatedKubernetes.StartAsync(Limit)).Admin;

    private protected override KubernetesConnection ConnectAsReader() => _cluster!.Reader;

    private protected override Task<string> CreateNamespaceAsync() => Task.FromResult(SimulatedKubernetes.Namespace);

    private protected override async Task DisconnectAsync()
    {
        if (_cluster is not null) await _cluster.DisposeAsync();
    }
}
