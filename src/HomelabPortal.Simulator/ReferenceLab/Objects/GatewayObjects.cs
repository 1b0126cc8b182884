using System.Text.Json.Nodes;
using HomelabPortal.Simulator.ReferenceLab.House;

namespace HomelabPortal.Simulator.ReferenceLab.Objects;

/// <summary>The Gateway that Traefik serves beside its own routes, and the one HTTPRoute on it.</summary>
internal static class GatewayObjects
{
    private const string Api = "gateway.networking.k8s.io/v1";
    private const string Controller = "traefik.io/gateway-controller";

    public static IEnumerable<JsonObject> All(DateTimeOffset now)
    {
        var made = now.AddDays(-60);
        yield return Manifest.New(Api, "GatewayClass", null, "traefik", made).TrackedBy("traefik")
            .With("spec", new JsonObject { ["controllerName"] = Controller })
            .With("status", new JsonObject { ["conditions"] = new JsonArray(Condition("Accepted", "Handled by Traefik controller", made)) });
        yield return Gateway(made);
        yield return StorageRoute(made);
    }

    private static JsonObject Gateway(DateTimeOffset made)
        => Manifest.New(Api, "Gateway", "traefik", "lan", made).TrackedBy("traefik")
            .With("spec", new JsonObject
            {
                ["gatewayClassName"] = "traefik",
                ["listeners"] = new JsonArray(new JsonObject
                {
                    ["name"] = "websecure", ["protocol"] = "HTTPS", ["port"] = 443, ["hostname"] = "*." + LabHouse.Zone,
                    ["tls"] = new JsonObject { ["mode"] = "Terminate", ["certificateRefs"] = new JsonArray(new JsonObject { ["kind"] = "Secret", ["name"] = LabHouse.WildcardSecret }) },
                    ["allowedRoutes"] = new JsonObject { ["namespaces"] = new JsonObject { ["from"] = "All" } },
                }),
            })
            .With("status", new JsonObject
            {
                ["addresses"] = new JsonArray(new JsonObject { ["type"] = "IPAddress", ["value"] = LabHouse.TraefikAddress }),
                ["conditions"] = new JsonArray(Condition("Accepted", "Gateway successfully scheduled", made), Condition("Programmed", "Gateway successfully scheduled", made)),
                ["listeners"] = new JsonArray(new JsonObject
                {
                    ["name"] = "websecure", ["attachedRoutes"] = 1, ["supportedKinds"] = new JsonArray(new JsonObject { ["group"] = "gateway.networking.k8s.io", ["kind"] = "HTTPRoute" }),
                    ["conditions"] = new JsonArray(Condition("Accepted", "No error found", made), Condition("ResolvedRefs", "No error found", made), Condition("Programmed", "No error found", made)),
                }),
            });

    private static JsonObject StorageRoute(DateTimeOffset made)
    {
        var parent = new JsonObject { ["group"] = "gateway.networking.k8s.io", ["kind"] = "Gateway", ["name"] = "lan", ["namespace"] = "traefik", ["sectionName"] = "websecure" };
        return Manifest.New(Api, "HTTPRoute", "databases", "minio-s3", made).TrackedBy("minio")
            .With("spec", new JsonObject
            {
                ["parentRefs"] = new JsonArray(parent.DeepClone()),
                ["hostnames"] = new JsonArray(LabHouse.Host("s3")),
                ["rules"] = new JsonArray(new JsonObject
                {
                    ["matches"] = new JsonArray(new JsonObject { ["path"] = new JsonObject { ["type"] = "PathPrefix", ["value"] = "/" } }),
                    ["backendRefs"] = new JsonArray(new JsonObject { ["group"] = "", ["kind"] = "Service", ["name"] = "minio", ["port"] = 9000, ["weight"] = 1 }),
                }),
            })
            .With("status", new JsonObject
            {
                ["parents"] = new JsonArray(new JsonObject
                {
                    ["parentRef"] = parent,
                    ["controllerName"] = Controller,
                    ["conditions"] = new JsonArray(Condition("Accepted", "", made), Condition("ResolvedRefs", "", made)),
                }),
            });
    }

    private static JsonObject Condition(string type, string message, DateTimeOffset at) => new()
    {
        ["type"] = type, ["status"] = "True", ["reason"] = type, ["message"] = message, ["lastTransitionTime"] = Manifest.Time(at), ["observedGeneration"] = 1,
    };
}
