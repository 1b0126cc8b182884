using HomelabPortal.ConformanceTests.Servers;

namespace HomelabPortal.ConformanceTests.Kubernetes;

/// <summary>API servers up to 1.29 hand the WebSocket through as it is, so the stub speaks what new kubelets and API servers speak.</summary>
[NeedsRealKubernetes(needsPrivateServer: true)]
[Collection(RealKubernetesCollection.Name)]
public sealed class RealPodExecTests(RealKubernetes cluster) : StubPodExecTests(cluster, ["v5.channel.k8s.io", "v4.channel.k8s.io"]);
