using System.Text.Json.Nodes;
using HomelabPortal.Simulator.ReferenceLab.House;

namespace HomelabPortal.Simulator.ReferenceLab.Objects;

/// <summary>The endpoints of a service, computed from the pods that its selector names.</summary>
internal static class EndpointSlices
{
    public static JsonObject For(JsonObject service, IEnumerable<JsonObject> pods)
    {
        var slice = New(service);
        var selector = service["spec"]!["selector"]!.AsObject();
        slice["endpoints"] = new JsonArray([.. pods.Where(pod => IsSelected(pod, service, selector)).Select(pod => (JsonNode)Endpoint(pod))]);
        slice["ports"] = new JsonArray([.. service["spec"]!["ports"]!.AsArray().Select(port => (JsonNode)new JsonObject
        {
            ["name"] = port!["name"]?.DeepClone(), ["port"] = port["targetPort"]!.DeepClone(), ["protocol"] = port["protocol"]?.DeepClone() ?? "TCP",
        })]);
        return slice;
    }

    public static JsonObject Fixed(JsonObject service, OutsideService outside)
        => New(service)
            .With("endpoints", new JsonArray(new JsonObject
            {
                ["addresses"] = new JsonArray(outside.Address), ["conditions"] = new JsonObject { ["ready"] = true },
            }))
            .With("ports", new JsonArray(new JsonObject { ["name"] = "http", ["port"] = outside.Port, ["protocol"] = "TCP" }));

    /// <summary>The API server writes its own slice, under the name of its service.</summary>
    public static JsonObject OfApiServer(JsonObject service)
        => Manifest.New("discovery.k8s.io/v1", "EndpointSlice", "default", "kubernetes", DateTimeOffset.Parse((string)service["metadata"]!["creationTimestamp"]!))
            .Labelled(("kubernetes.io/service-name", "kubernetes"))
            .With("addressType", "IPv4")
            .With("endpoints", new JsonArray(new JsonObject { ["addresses"] = new JsonArray(LabNodes.Named("node0").Address), ["conditions"] = new JsonObject { ["ready"] = true } }))
            .With("ports", new JsonArray(new JsonObject { ["name"] = "https", ["port"] = 6443, ["protocol"] = "TCP" }));

    private static JsonObject New(JsonObject service)
    {
        var metadata = service["metadata"]!;
        var name = (string)metadata["name"]!;
        var created = DateTimeOffset.Parse((string)metadata["creationTimestamp"]!);
        return Manifest.New("discovery.k8s.io/v1", "EndpointSlice", (string)metadata["namespace"]!, $"{name}-{StableId.Suffix("slice/" + name, 5)}", created)
            .Labelled(("kubernetes.io/service-name", name), ("endpointslice.kubernetes.io/managed-by", "endpointslice-controller.k8s.io"))
            .OwnedBy(service)
            .With("addressType", "IPv4");
    }

    private static bool IsSelected(JsonObject pod, JsonObject service, JsonObject selector)
        => (string)pod["metadata"]!["namespace"]! == (string)service["metadata"]!["namespace"]!
            && pod["status"]?["podIP"] is not null
            && selector.All(pair => (string?)pod["metadata"]!["labels"]?[pair.Key] == (string?)pair.Value);

    private static JsonObject Endpoint(JsonObject pod)
    {
        var isTerminating = pod["metadata"]!["deletionTimestamp"] is not null;
        var isReady = !isTerminating && pod["status"]!["conditions"]!.AsArray().Any(condition => (string)condition!["type"]! == "Ready" && (string)condition["status"]! == "True");
        return new JsonObject
        {
            ["addresses"] = new JsonArray(pod["status"]!["podIP"]!.DeepClone()),
            ["conditions"] = new JsonObject { ["ready"] = isReady, ["serving"] = isReady, ["terminating"] = isTerminating },
            ["nodeName"] = pod["spec"]!["nodeName"]!.DeepClone(),
            ["targetRef"] = new JsonObject
            {
                ["kind"] = "Pod",
                ["namespace"] = pod["metadata"]!["namespace"]!.DeepClone(),
                ["name"] = pod["metadata"]!["name"]!.DeepClone(),
                ["uid"] = pod["metadata"]!["uid"]!.DeepClone(),
            },
        };
    }
}
