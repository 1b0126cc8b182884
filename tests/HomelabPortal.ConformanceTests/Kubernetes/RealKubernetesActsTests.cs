using HomelabPortal.ConformanceTests.Servers;
using HomelabPortal.Kubernetes;

namespace HomelabPortal.ConformanceTests.Kubernetes;

[NeedsRealKubernetes]
[Collection(RealKubernetesCollection.Name)]
public sealed class RealKubernetesActsTests(RealKubernetes cluster) : KubernetesActsConformance
{
    private protected override Task<KubernetesConnection> ConnectAsync() =>
        Task.FromResult(KubernetesConnection.FromKubeconfig(KubeconfigSource.FromFile(cluster.KubeconfigPath)));

    private protected override KubernetesConnection ConnectAsReader() =>
        KubernetesConnection.FromKubeconfig(KubeconfigSource.FromFile(cluster.ReaderKubeconfigPath));

    private protected override Task<string> CreateNamespaceAsync() => cluster.CreateNamespaceAsync(Limit);
}
