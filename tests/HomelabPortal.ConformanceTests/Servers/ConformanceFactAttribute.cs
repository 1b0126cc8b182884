using Xunit.Sdk;

namespace HomelabPortal.ConformanceTests.Servers;

/// <summary>A test inherited by one class per server; where the class's server is missing it is reported as skipped, with the reason.</summary>
[AttributeUsage(AttributeTargets.Method)]
[XunitTestCaseDiscoverer("HomelabPortal.ConformanceTests.Servers.ConformanceFactDiscoverer", "HomelabPortal.ConformanceTests")]
internal sealed class ConformanceFactAttribute : FactAttribute;
