using Xunit.Abstractions;
using Xunit.Sdk;

namespace HomelabPortal.ConformanceTests.Servers;

/// <summary>Makes the test cases of <see cref="ConformanceFactAttribute"/>.</summary>
internal sealed class ConformanceFactDiscoverer(IMessageSink messages) : IXunitTestCaseDiscoverer
{
    public IEnumerable<IXunitTestCase> Discover(ITestFrameworkDiscoveryOptions discoveryOptions, ITestMethod testMethod, IAttributeInfo factAttribute) =>
        [new ConformanceTestCase(messages, discoveryOptions.MethodDisplayOrDefault(), discoveryOptions.MethodDisplayOptionsOrDefault(), testMethod)];
}
