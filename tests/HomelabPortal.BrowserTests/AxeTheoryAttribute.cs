namespace HomelabPortal.BrowserTests;

/// <summary>A test with several cases that needs a browser and axe-core; without one it is reported as skipped, with the reason.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class AxeTheoryAttribute : TheoryAttribute
{
    public AxeTheoryAttribute() => Skip = Chromium.WhyMissing ?? Axe.WhyMissing;
}
