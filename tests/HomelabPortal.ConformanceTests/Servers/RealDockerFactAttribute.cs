namespace HomelabPortal.ConformanceTests.Servers;

/// <summary>A test against a real Docker daemon; where none can be started it is reported as skipped, with the reason.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class RealDockerFactAttribute : FactAttribute
{
    public RealDockerFactAttribute() => Skip = RealDocker.WhyMissing;
}
