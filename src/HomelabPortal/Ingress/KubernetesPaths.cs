using System.Text.Json.Nodes;

namespace HomelabPortal.Ingress;

/// <summary>The address of an object at the API server, for the eyes of a person.</summary>
internal static class KubernetesPaths
{
    public static string Of(JsonObject manifest)
    {
        var version = (string?)manifest["apiVersion"] ?? "v1";
        var root = version.Contains('/') ? $"/apis/{version}" : $"/api/{version}";
        var plural = ((string?)manifest["kind"])?.ToLowerInvariant() + "s";
        return $"{root}/namespaces/{(string?)manifest["metadata"]?["namespace"]}/{plural}/{(string?)manifest["metadata"]?["name"]}";
    }
}
