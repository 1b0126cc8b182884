using HomelabPortal.ConformanceTests.Servers;
using HomelabPortal.Kubernetes;
using HomelabPortal.Simulator.Kubernetes.Kubelet;

namespace HomelabPortal.ConformanceTests.Kubernetes;

[NeedsRealKubernetes(needsPrivateServer: true)]
[Collection(RealKubernetesCollection.Name)]
public sealed class RealPodLogTests(RealKubernetes cluster) : PodLogConformance
{
    private StubKubelet? _kubelet;

    private protected override KubeletLogs Logs => _kubelet!.Logs;

    private protected override int KubeletPort => _kubelet!.Port;

    private protected override async Task<KubernetesConnection> ConnectAsync()
    {
        _kubelet = await StubKubelet.StartAsync();
        return KubernetesConnection.FromKubeconfig(KubeconfigSource.FromFile(cluster.KubeconfigPath));
    }

    private protected override KubernetesConnection ConnectAsReader() =>
        KubernetesConnection.FromKubeconfig(KubeconfigSource.FromFile(cluster.ReaderKubeconfigPath));

    private protected override Task<string> CreateNamespaceAsync() => cluster.CreateNamespaceAsync(Limit);

    private protected override Task StopKubeletAsync() => DisconnectAsync();

    private protected override Task CutAsync() => DisconnectAsync();

    private protected override async Task DisconnectAsync()
    {
        if (_kubelet is { } kubelet)
        {
            _kubelet = null;
            await kubelet.DisposeAsync();
        }
    }
}
