namespace HomelabPortal.ConformanceTests.Servers;

/// <summary>The class's tests run against <see cref="RealDocker"/>.</summary>
internal sealed class NeedsRealDockerAttribute : MissingServerAttribute
{
    public override string? WhyMissing => RealDocker.WhyMissing;
}
