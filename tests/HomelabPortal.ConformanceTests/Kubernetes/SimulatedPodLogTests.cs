using HomelabPortal.Kubernetes;
using HomelabPortal.Simulator.Faults;
using HomelabPortal.Simulator.Kubernetes.Kubelet;

namespace HomelabPortal.ConformanceTests.Kubernetes;

public sealed class SimulatedPodLogTests : PodLogConformance
{
    private static readonly FaultMatch _logs = new() { PathContains = "/log?" };
    private SimulatedKubernetes? _cluster;

    private protected override KubeletLogs Logs => _cluster!.PodLogs;

    private protected override int KubeletPort => 10250;

    private protected override async Task<KubernetesConnection> ConnectAsync() => (_cluster = await SimulatedKubernetes.StartAsync(Limit)).Admin;

    private protected override KubernetesConnection ConnectAsReader() => _cluster!.Reader;

    private protected override Task<string> CreateNamespaceAsync() => Task.FromResult(SimulatedKubernetes.Namespace);

    private protected override Task StopKubeletAsync()
    {
        _cluster!.Faults.Add(_logs, new FaultEffect.Status(500));
        return Task.CompletedTask;
    }

    private protected override Task CutAsync()
    {
        Assert.Equal(1, _cluster!.Faults.StrikeOpen(_logs, new FaultEffect.DropWatch()));
        return Task.CompletedTask;
    }

    private protected override async Task DisconnectAsync()
    {
        if (_cluster is not null) await _cluster.DisposeAsync();
    }
}
