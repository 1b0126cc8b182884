using HomelabPortal.ConformanceTests.Servers;

namespace HomelabPortal.ConformanceTests.Kubernetes;

/// <summary>The same with a kubelet that knows version 4 of the protocol alone, as all did before 1.30.</summary>
[NeedsRealKubernetes(needsPrivateServer: true)]
[Collection(RealKubernetesCollection.Name)]
public sealed class RealOldPodExecTests(RealKubernetes cluster) : StubPodExecTests(cluster, ["v4.channel.k8s.io"]);
