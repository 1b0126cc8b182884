namespace HomelabPortal.ConformanceTests.Servers;

/// <summary>The class's tests run against <see cref="RealKubernetes"/>.</summary>
/// <param name="needsPrivateServer">For what only the server that the tests start themselves offers, such as nodes on loopback.</param>
internal sealed class NeedsRealKubernetesAttribute(bool needsPrivateServer = false) : MissingServerAttribute
{
    public override string? WhyMissing =>
        RealKubernetes.WhyMissing ?? (needsPrivateServer && RealKubernetes.IsExternal ? "HOMELAB_TEST_KUBECONFIG names a cluster that the tests did not start" : null);
}
