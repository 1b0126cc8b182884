using System.Text.Json.Nodes;
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

    [SharedDataFact]
    public void Lease_EveryVectorOfKubectl_HasItsCells() =>
        Check(Read(ResourceTypes.Leases, "TestPrintLease"), 2, (lease, _) => [lease.Metadata.Name, LeaseDisplay.Holder(lease), Age(lease)]);

    [SharedDataFact]
    public void IngressClass_EveryVectorOfKubectl_HasItsCells() =>
        Check(Read(ResourceTypes.IngressClasses, "TestPrintIngressClass"), 3, (item, _) =>
            [item.Metadata.Name, item.Spec.Controller, IngressClassDisplay.Parameters(item), Age(item)]);

    /// <summary>The portal shows the endpoints of slices, in the words in which kubectl shows the Endpoints objects of old.</summary>
    [SharedDataFact]
    public void Endpoints_EveryVectorOfKubectl_HasItsCells()
    {
        var vectors = JsonNode.Parse(File.ReadAllText(SharedData.PathOf("kube-printer-vectors.json")))!["TestPrintEndpoint"]!.AsArray();

        Assert.Equal(4, vectors.Count);
        Assert.All(vectors, vector => Assert.Equal((string?)vector!["cells"]![1], EndpointsDisplay.Text(Sets(vector["object"]!["subsets"]))));
    }

    private static IEnumerable<(IReadOnlyList<string>, IReadOnlyList<int>)> Sets(JsonNode? subsets) =>
        (subsets as JsonArray ?? []).Select(subset => (
            (IReadOnlyList<string>)[.. (subset!["addresses"] as JsonArray ?? []).Select(address => (string)address!["ip"]!)],
            (IReadOnlyList<int>)[.. (subset["ports"] as JsonArray ?? []).Select(port => (int)port!["port"]!)]));
}
