namespace HomelabPortal.ConformanceTests.Servers;

/// <summary>On a class of conformance tests: why its server is not to be had here, or null.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal abstract class MissingServerAttribute : Attribute
{
    public abstract string? WhyMissing { get; }
}
