using System.Text.Json.Nodes;

namespace HomelabPortal.Tests.Simulator.Kubernetes;

/// <summary>Small objects to write.</summary>
internal static class Manifests
{
    public const string Pods = "/api/v1/namespaces/default/pods";
    public const string ConfigMaps = "/api/v1/namespaces/default/configmaps";
    public const string Services = "/api/v1/namespaces/default/services";
    public const string Deployments = "/apis/apps/v1/namespaces/default/deployments";
    public const string Routes = "/apis/traefik.io/v1alpha1/namespaces/default/ingressroutes";

    public static string Pod(string name, string app = "web", string node = "node1") =>
        $$$"""
        {"apiVersion":"v1","kind":"Pod","metadata":{"name":"{{{name}}}","labels":{"app":"{{{app}}}"}},
         "spec":{"nodeName":"{{{node}}}","containers":[{"name":"main","image":"busybox:1"}]}}
        """;

    public static string ConfigMap(string name, string value = "1") =>
        $$$"""{"apiVersion":"v1","kind":"ConfigMap","metadata":{"name":"{{{name}}}"},"data":{"key":"{{{value}}}"}}""";

    public static string Deployment(string name, int replicas = 1, string image = "busybox:1") =>
        """
        {"apiVersion":"apps/v1","kind":"Deployment","metadata":{"name":"NAME"},"spec":{"replicas":REPLICAS,"selector":{"matchLabels":{"app":"NAME"}},
         "template":{"metadata":{"labels":{"app":"NAME"}},"spec":{"containers":[{"name":"main","image":"IMAGE"}]}}}}
        """.Replace("NAME", name, StringComparison.Ordinal).Replace("REPLICAS", replicas.ToString(), StringComparison.Ordinal).Replace("IMAGE", image, StringComparison.Ordinal);

    public static string Service(string name, params (string Name, int Port)[] ports) => new JsonObject
    {
        ["apiVersion"] = "v1",
        ["kind"] = "Service",
        ["metadata"] = new JsonObject { ["name"] = name },
        ["spec"] = new JsonObject
        {
            ["ports"] = new JsonArray([.. ports.Select(port => new JsonObject { ["name"] = port.Name, ["port"] = port.Port })]),
        },
    }.ToJsonString();

    public static string Route(string name, string host) =>
        $$$"""
        {"apiVersion":"traefik.io/v1alpha1","kind":"IngressRoute","metadata":{"name":"{{{name}}}"},
         "spec":{"entryPoints":["websecure"],"routes":[{"kind":"Rule","match":"Host(`{{{host}}}`)","services":[{"name":"web","port":80}]}]}}
        """;
}
