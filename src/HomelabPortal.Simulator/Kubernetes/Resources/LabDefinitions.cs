using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace HomelabPortal.Simulator.Kubernetes.Resources;

/// <summary>The custom resources of the lab's own tools, as the smallest definitions that serve them.</summary>
internal static class LabDefinitions
{
    private static readonly ImmutableArray<(string Group, string Version, string Plural, string Kind, bool Namespaced, bool Status)> Table =
    [
        ("traefik.io", "v1alpha1", "ingressroutes", "IngressRoute", true, false),
        ("traefik.io", "v1alpha1", "ingressroutetcps", "IngressRouteTCP", true, false),
        ("traefik.io", "v1alpha1", "ingressrouteudps", "IngressRouteUDP", true, false),
        ("traefik.io", "v1alpha1", "middlewares", "Middleware", true, false),
        ("traefik.io", "v1alpha1", "middlewaretcps", "MiddlewareTCP", true, false),
        ("traefik.io", "v1alpha1", "traefikservices", "TraefikService", true, false),
        ("traefik.io", "v1alpha1", "serverstransports", "ServersTransport", true, false),
        ("traefik.io", "v1alpha1", "tlsoptions", "TLSOption", true, false),
        ("traefik.io", "v1alpha1", "tlsstores", "TLSStore", true, false),
        ("gateway.networking.k8s.io", "v1", "gatewayclasses", "GatewayClass", false, true),
        ("gateway.networking.k8s.io", "v1", "gateways", "Gateway", true, true),
        ("gateway.networking.k8s.io", "v1", "httproutes", "HTTPRoute", true, true),
        ("metallb.io", "v1beta1", "ipaddresspools", "IPAddressPool", true, true),
        ("metallb.io", "v1beta1", "l2advertisements", "L2Advertisement", true, true),
        ("metallb.io", "v1beta1", "bgpadvertisements", "BGPAdvertisement", true, true),
        ("metallb.io", "v1beta1", "servicel2statuses", "ServiceL2Status", true, true),
        ("longhorn.io", "v1beta2", "volumes", "Volume", true, true),
        ("longhorn.io", "v1beta2", "nodes", "Node", true, true),
        ("longhorn.io", "v1beta2", "replicas", "Replica", true, true),
        ("longhorn.io", "v1beta2", "engines", "Engine", true, true),
        ("longhorn.io", "v1beta2", "settings", "Setting", true, true),
        ("longhorn.io", "v1beta2", "backuptargets", "BackupTarget", true, true),
        ("longhorn.io", "v1beta2", "backups", "Backup", true, true),
        ("longhorn.io", "v1beta2", "recurringjobs", "RecurringJob", true, true),
        ("cert-manager.io", "v1", "certificates", "Certificate", true, true),
        ("cert-manager.io", "v1", "certificaterequests", "CertificateRequest", true, true),
        ("cert-manager.io", "v1", "issuers", "Issuer", true, true),
        ("cert-manager.io", "v1", "clusterissuers", "ClusterIssuer", false, true),
        ("argoproj.io", "v1alpha1", "applications", "Application", true, false),
        ("argoproj.io", "v1alpha1", "appprojects", "AppProject", true, false),
        ("helm.cattle.io", "v1", "helmcharts", "HelmChart", true, true),
        ("helm.cattle.io", "v1", "helmchartconfigs", "HelmChartConfig", true, false),
    ];

    public static IEnumerable<JsonObject> All => Table.Select(row => Define(row.Group, row.Version, row.Plural, row.Kind, row.Namespaced, row.Status));

    private static JsonObject Define(string group, string version, string plural, string kind, bool namespaced, bool status) => new()
    {
        ["apiVersion"] = "apiextensions.k8s.io/v1",
        ["kind"] = "CustomResourceDefinition",
        ["metadata"] = new JsonObject { ["name"] = $"{plural}.{group}" },
        ["spec"] = new JsonObject
        {
            ["group"] = group,
            ["scope"] = namespaced ? "Namespaced" : "Cluster",
            ["names"] = new JsonObject
            {
                ["plural"] = plural,
                ["singular"] = kind.ToLowerInvariant(),
                ["kind"] = kind,
                ["listKind"] = kind + "List",
            },
            ["versions"] = new JsonArray(new JsonObject
            {
                ["name"] = version,
                ["served"] = true,
                ["storage"] = true,
                ["schema"] = new JsonObject { ["openAPIV3Schema"] = Schema(kind) },
                ["subresources"] = status ? new JsonObject { ["status"] = new JsonObject() } : null,
            }),
        },
    };

    /// <summary>Only what the simulator checks; the rest of an object is kept as it comes.</summary>
    private static JsonNode Schema(string kind) => JsonNode.Parse(kind == "IngressRoute" ? IngressRouteSchema : AnySchema)!;

    private const string AnySchema = """{"type":"object","x-kubernetes-preserve-unknown-fields":true}""";

    private const string IngressRouteSchema =
        """
        {"type":"object","required":["metadata","spec"],"x-kubernetes-preserve-unknown-fields":true,"properties":{"spec":{"type":"object","required":["routes"],
        "x-kubernetes-preserve-unknown-fields":true,"properties":{"entryPoints":{"type":"array","items":{"type":"string"}},
        "routes":{"type":"array","items":{"type":"object","required":["match"],"x-kubernetes-preserve-unknown-fields":true,
        "properties":{"match":{"type":"string"},"kind":{"type":"string","enum":["Rule"]},"priority":{"type":"integer"},
        "services":{"type":"array","items":{"type":"object","required":["name"],"x-kubernetes-preserve-unknown-fields":true,
        "properties":{"name":{"type":"string"},"kind":{"type":"string","enum":["Service","TraefikService"]},"port":{"x-kubernetes-int-or-string":true}}}}}}}}}}}
        """;
}
