namespace HomelabPortal.ConformanceTests.Servers;

/// <summary>The class's tests run against <see cref="RealKubernetes"/>.</summary>
internal sealed class NeedsRealKubernetesAttribute : MissingServerAttribute
{
    public override string? WhyMissing => RealKubernetes.WhyMissing;
}
