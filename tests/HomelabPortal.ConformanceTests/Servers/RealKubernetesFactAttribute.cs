namespace HomelabPortal.ConformanceTests.Servers;

/// <summary>A test against a real API server; without one it is reported as skipped, with the reason.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class RealKubernetesFactAttribute : FactAttribute
{
    /// <param name="needsPrivateServer">For what only the server that the tests start themselves offers.</param>
    public RealKubernetesFactAttribute(bool needsPrivateServer = false) =>
        Skip = RealKubernetes.WhyMissing
            ?? (needsPrivateServer && RealKubernetes.IsExternal ? "HOMELAB_TEST_KUBECONFIG names a cluster that the tests did not start" : null);
}
