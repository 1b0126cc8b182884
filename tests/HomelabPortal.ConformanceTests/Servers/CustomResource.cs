using System.Text.Json.Nodes;

namespace HomelabPortal.ConformanceTests.Servers;

/// <summary>A custom resource definition that accepts any spec and status: stands in where the vendor's own is not at hand.</summary>
internal sealed record CustomResource(string Group, string Version, string Plural, string Kind)
{
    /// <summary>What the client tests use, in the versions of the reference lab.</summary>
    public static IReadOnlyList<CustomResource> Needed { get; } =
    [
        new("traefik.io", "v1alpha1", "ingressroutes", "IngressRoute"),
        new("traefik.io", "v1alpha1", "middlewares", "Middleware"),
        new("metallb.io", "v1beta1", "ipaddresspools", "IPAddressPool"),
        new("metallb.io", "v1beta1", "l2advertisements", "L2Advertisement"),
        new("longhorn.io", "v1beta2", "volumes", "Volume"),
        new("longhorn.io", "v1beta2", "nodes", "Node"),
        new("longhorn.io", "v1beta2", "replicas", "Replica"),
        new("cert-manager.io", "v1", "certificates", "Certificate"),
    ];

    public string Name => $"{Plural}.{Group}";

    public JsonObject ToDefinition() => new()
    {
        ["apiVersion"] = "apiextensions.k8s.io/v1",
        ["kind"] = "CustomResourceDefinition",
        ["metadata"] = new JsonObject { ["name"] = Name },
        ["spec"] = new JsonObject
        {
            ["group"] = Group,
            ["scope"] = "Namespaced",
            ["names"] = new JsonObject
            {
                ["plural"] = Plural,
                ["singular"] = Kind.ToLowerInvariant(),
                ["kind"] = Kind,
                ["listKind"] = Kind + "List",
            },
            ["versions"] = new JsonArray(new JsonObject
            {
                ["name"] = Version,
                ["served"] = true,
                ["storage"] = true,
                ["subresources"] = new JsonObject { ["status"] = new JsonObject() },
                ["schema"] = new JsonObject
                {
                    ["openAPIV3Schema"] = new JsonObject
                    {
                        ["type"] = "object",
                        ["properties"] = new JsonObject { ["spec"] = Anything(), ["status"] = Anything() },
                    },
                },
            }),
        },
    };

    private static JsonObject Anything() => new() { ["type"] = "object", ["x-kubernetes-preserve-unknown-fields"] = true };
}
