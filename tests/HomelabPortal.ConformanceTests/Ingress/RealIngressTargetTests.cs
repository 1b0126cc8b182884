using HomelabPortal.ConformanceTests.Servers;

namespace HomelabPortal.ConformanceTests.Ingress;

[NeedsRealKubernetes]
[Collection(RealKubernetesCollection.Name)]
public sealed class RealIngressTargetTests(RealKubernetes cluster) : IngressTargetConformance
{
    private protected override async Task<(string Kubeconfig, string Namespace)> ConnectAsync() =>
        (cluster.KubeconfigPath, await cluster.CreateNamespaceAsync());
}
