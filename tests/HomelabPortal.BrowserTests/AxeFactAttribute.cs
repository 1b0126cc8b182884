namespace HomelabPortal.BrowserTests;

/// <summary>A test that needs a browser and axe-core; without one it is reported as skipped, with the reason.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class AxeFactAttribute : FactAttribute
{
    public AxeFactAttribute() => Skip = Chromium.WhyMissing ?? Axe.WhyMissing;
}
