using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text.Json.Nodes;
using HomelabPortal.Desired;

namespace HomelabPortal.Ingress;

/// <summary>Pure: writes the objects of one exposure in the lab's house style, with our marks on them.</summary>
internal static class Manifests
{
    public const string IngressRoute = "IngressRoute";
    public const string Service = "Service";
    public const string EndpointSlice = "EndpointSlice";

    private const string ClassAnnotation = "kubernetes.io/ingress.class";

    public static JsonObject Route(Exposure exposure, string ns, string name, string service, string port, string? scheme, IngressOptions options)
    {
        var route = New("traefik.io/v1alpha1", IngressRoute, ns, name, exposure.Id);
        if (options.ClassAnnotation.Length > 0)
            route["metadata"]!["annotations"]![ClassAnnotation] = options.ClassAnnotation;
        var backend = new JsonObject { ["name"] = service, ["port"] = Port(port) };
        if (scheme is not null)
            backend["scheme"] = scheme;
        var rule = new JsonObject { ["kind"] = "Rule", ["match"] = $"Host(`{exposure.Hostname}`)" };
        if (exposure.Middlewares.Length > 0)
            rule["middlewares"] = new JsonArray([.. exposure.Middlewares.Select(Middleware)]);
        rule["services"] = new JsonArray(backend);
        route["spec"] = new JsonObject
        {
            ["entryPoints"] = new JsonArray([.. options.EffectiveEntryPoints.Select(entry => (JsonNode)entry)]),
            ["routes"] = new JsonArray(rule),
            ["tls"] = new JsonObject(),
        };
        return route;
    }

    public static JsonObject SelectorlessService(Exposure exposure, string ns, string name, AddressBackend backend)
    {
        var service = New("v1", Service, ns, name, exposure.Id);
        service["spec"] = new JsonObject { ["type"] = "ClusterIP", ["ports"] = new JsonArray(ServicePort(backend)) };
        return service;
    }

    public static JsonObject ExternalNameService(Exposure exposure, string ns, string name, AddressBackend backend)
    {
        var service = New("v1", Service, ns, name, exposure.Id);
        service["spec"] = new JsonObject
        {
            ["type"] = "ExternalName",
            ["externalName"] = backend.Address,
            ["ports"] = new JsonArray(ServicePort(backend)),
        };
        return service;
    }

    /// <summary>The target writes the API version that the server has: v1, or v1beta1 on old ones.</summary>
    public static JsonObject Endpoints(Exposure exposure, string ns, string name, string service, AddressBackend backend)
    {
        var address = IPAddress.Parse(backend.Address);
        var slice = New("discovery.k8s.io/v1", EndpointSlice, ns, name, exposure.Id);
        slice["metadata"]!["labels"]!["kubernetes.io/service-name"] = service;
        // Names another manager, so that the cluster's own controllers leave the slice alone.
        slice["metadata"]!["labels"]!["endpointslice.kubernetes.io/managed-by"] = KubernetesMarks.FieldManager;
        slice["addressType"] = address.AddressFamily == AddressFamily.InterNetworkV6 ? "IPv6" : "IPv4";
        slice["endpoints"] = new JsonArray(new JsonObject
        {
            ["addresses"] = new JsonArray(address.ToString()),
            ["conditions"] = new JsonObject { ["ready"] = true },
        });
        slice["ports"] = new JsonArray(new JsonObject { ["name"] = backend.Scheme, ["port"] = backend.Port, ["protocol"] = "TCP" });
        return slice;
    }

    private static JsonObject New(string apiVersion, string kind, string ns, string name, string exposureId) => new()
    {
        ["apiVersion"] = apiVersion,
        ["kind"] = kind,
        ["metadata"] = new JsonObject
        {
            ["name"] = name,
            ["namespace"] = ns,
            ["labels"] = KubernetesMarks.Labels(),
            ["annotations"] = new JsonObject { [KubernetesMarks.Exposure] = exposureId },
        },
    };

    private static JsonObject ServicePort(AddressBackend backend) =>
        new() { ["name"] = backend.Scheme, ["port"] = backend.Port, ["protocol"] = "TCP", ["targetPort"] = backend.Port };

    private static JsonNode Port(string port) =>
        int.TryParse(port, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : port;

    private static JsonObject Middleware(string name)
    {
        var parts = name.Split('/', 2);
        return parts.Length == 2
            ? new JsonObject { ["name"] = parts[1], ["namespace"] = parts[0] }
            : new JsonObject { ["name"] = name };
    }
}
