using System.Text.Json.Nodes;
using HomelabPortal.Simulator.ReferenceLab.House;

namespace HomelabPortal.Simulator.ReferenceLab.Objects;

internal static class ServiceObjects
{
    public static IEnumerable<JsonObject> All(IReadOnlyList<JsonObject> pods, DateTimeOffset now)
    {
        var number = 10;
        foreach (var app in LabApps.All.Where(app => app.Ports.Count > 0))
        {
            var service = ForApp(app, $"10.43.{number / 200}.{number++ % 200 + 1}", now);
            yield return service;
            yield return EndpointSlices.For(service, pods);
        }
        foreach (var outside in OutsideService.All)
        {
            var service = ForOutside(outside, $"10.43.7.{number++}", now);
            yield return service;
            if (!outside.ByExternalName) yield return EndpointSlices.Fixed(service, outside);
        }
        var kubernetes = Kubernetes(now);
        yield return kubernetes;
        yield return EndpointSlices.OfApiServer(kubernetes);
    }

    private static JsonObject ForApp(LabApp app, string clusterAddress, DateTimeOffset now)
    {
        var service = Manifest.New("v1", "Service", app.Namespace, app.Name, now.AddDays(-app.AgeDays))
            .Labelled(("app.kubernetes.io/name", app.Name)).TrackedBy(app.Owner);
        var isBalanced = app.LoadBalancerAddress is not null;
        service["spec"] = new JsonObject
        {
            ["type"] = isBalanced ? "LoadBalancer" : "ClusterIP",
            ["clusterIP"] = clusterAddress,
            ["clusterIPs"] = new JsonArray(clusterAddress),
            ["ipFamilies"] = new JsonArray("IPv4"),
            ["ipFamilyPolicy"] = "SingleStack",
            ["internalTrafficPolicy"] = "Cluster",
            ["sessionAffinity"] = "None",
            ["selector"] = PodTemplate.Labels(app),
            ["ports"] = new JsonArray([.. app.Ports.Select((port, i) => (JsonNode)Port(port, isBalanced ? 30080 + i : null))]),
        };
        service["status"] = new JsonObject { ["loadBalancer"] = new JsonObject() };
        if (!isBalanced) return service;
        service["spec"]!["externalTrafficPolicy"] = "Cluster";
        service["spec"]!["allocateLoadBalancerNodePorts"] = true;
        service["status"]!["loadBalancer"] = new JsonObject
        {
            ["ingress"] = new JsonArray(new JsonObject { ["ip"] = app.LoadBalancerAddress, ["ipMode"] = "VIP" }),
        };
        return service.Annotated(("metallb.universe.tf/loadBalancerIPs", app.LoadBalancerAddress), ("metallb.universe.tf/ip-allocated-from-pool", "lan"));
    }

    private static JsonObject Port(LabPort port, int? nodePort)
    {
        var result = new JsonObject { ["name"] = port.Name, ["port"] = port.Number, ["protocol"] = port.Protocol, ["targetPort"] = port.ContainerPort };
        if (nodePort is not null) result["nodePort"] = nodePort;
        return result;
    }

    private static JsonObject ForOutside(OutsideService outside, string clusterAddress, DateTimeOffset now)
    {
        var service = Manifest.New("v1", "Service", outside.Namespace, outside.Name, now.AddDays(-130)).TrackedBy(outside.Name);
        var spec = new JsonObject
        {
            ["sessionAffinity"] = "None",
            ["ports"] = new JsonArray(Port(new LabPort("http", outside.Port), null)),
        };
        if (outside.ByExternalName)
        {
            spec["type"] = "ExternalName";
            spec["externalName"] = outside.Address;
        }
        else
        {
            spec["type"] = "ClusterIP";
            spec["clusterIP"] = clusterAddress;
            spec["clusterIPs"] = new JsonArray(clusterAddress);
            spec["ipFamilies"] = new JsonArray("IPv4");
            spec["ipFamilyPolicy"] = "SingleStack";
        }
        return service.With("spec", spec).With("status", new JsonObject { ["loadBalancer"] = new JsonObject() });
    }

    private static JsonObject Kubernetes(DateTimeOffset now)
        => Manifest.New("v1", "Service", "default", "kubernetes", now.AddDays(-402))
            .Labelled(("component", "apiserver"), ("provider", "kubernetes"))
            .With("spec", new JsonObject
            {
                ["type"] = "ClusterIP",
                ["clusterIP"] = "10.43.0.1",
                ["clusterIPs"] = new JsonArray("10.43.0.1"),
                ["ports"] = new JsonArray(new JsonObject { ["name"] = "https", ["port"] = 443, ["protocol"] = "TCP", ["targetPort"] = 6443 }),
            })
            .With("status", new JsonObject { ["loadBalancer"] = new JsonObject() });
}
