using HomelabPortal.ConformanceTests.Servers;

namespace HomelabPortal.BrowserTests;

/// <summary>A test that needs a browser, a real API server and a real Docker daemon; without one of them it is reported as skipped, with the reason.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class RealJourneyFactAttribute : FactAttribute
{
    public RealJourneyFactAttribute() => Skip = Chromium.WhyMissing ?? RealKubernetes.WhyMissing ?? RealDocker.WhyMissing;
}
