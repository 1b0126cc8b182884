using HomelabPortal.Cluster.Display;
using HomelabPortal.Kubernetes;
using static HomelabPortal.Tests.Cluster.Display.PrinterVectors;

namespace HomelabPortal.Tests.Cluster.Display;

public sealed class NetworkVectorTests
{
    [SharedDataFact]
    public void Service_EveryVectorOfKubectl_HasItsCells() =>
        Check(Read(ResourceTypes.Services, "TestPrintService", "TestPrintServiceLoadBalancer"), 13, (service, wide) =>
        {
            string[] narrow = [service.Metadata.Name, service.Spec.Type, ServiceDisplay.ClusterIp(service), ServiceDisplay.ExternalIp(service, wide), ServiceDisplay.Ports(service), Age(service)];
            return wide ? [.. narrow, ServiceDisplay.Selector(service)] : narrow;
        });
}
