using System.Text.Json.Nodes;
using HomelabPortal.Reconcile;

namespace HomelabPortal.Ingress;

/// <summary>One line that says what an object does.</summary>
internal static class ManifestText
{
    public static string Describe(ResourceKey key, JsonObject manifest) => key.Kind switch
    {
        Manifests.IngressRoute => $"{key}: {Route(manifest)}",
        Manifests.Service => $"{key}: {Service(manifest["spec"])}",
        Manifests.EndpointSlice => $"{key}: {Slice(manifest)}",
        _ => key.ToString(),
    };

    private static string Route(JsonObject manifest)
    {
        var rule = First(manifest["spec"]?["routes"]);
        var service = First(rule?["services"]);
        var guards = rule?["middlewares"] is JsonArray { Count: > 0 } list
            ? " through " + string.Join(", ", list.Select(item => $"{item?["namespace"] ?? manifest["metadata"]?["namespace"]}/{item?["name"]}"))
            : "";
        return $"{rule?["match"]} → {service?["name"]}:{service?["port"]}{guards}";
    }

    private static string Service(JsonNode? spec)
    {
        var port = First(spec?["ports"])?["port"];
        return spec?["externalName"] is { } name ? $"ExternalName {name}:{port}" : $"port {port}, no selector";
    }

    private static string Slice(JsonObject manifest) =>
        $"{First(First(manifest["endpoints"])?["addresses"])}:{First(manifest["ports"])?["port"]}";

    private static JsonNode? First(JsonNode? array) => array is JsonArray { Count: > 0 } list ? list[0] : null;
}
