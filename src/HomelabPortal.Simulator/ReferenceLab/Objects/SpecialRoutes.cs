using System.Text.Json.Nodes;
using HomelabPortal.Simulator.ReferenceLab.House;

namespace HomelabPortal.Simulator.ReferenceLab.Objects;

/// <summary>What Traefik serves beside one service at one hostname: Git over SSH, names for the house, a shared start page, an old certificate.</summary>
internal static class SpecialRoutes
{
    private const string Api = "traefik.io/v1alpha1";

    public static IEnumerable<JsonObject> All(DateTimeOffset now) =>
    [
        Class(now.AddDays(-402)),
        LanOnly(now.AddDays(-365)),
        GitOverSsh(now.AddDays(-365)),
        NamesForTheHouse(now.AddDays(-211)),
        StartPages(now.AddDays(-31)),
        StartRoute(now.AddDays(-31)),
        Registry(now.AddDays(-365)),
    ];

    private static JsonObject Class(DateTimeOffset made)
        => Manifest.New("networking.k8s.io/v1", "IngressClass", null, LabHouse.IngressClass, made).TrackedBy("traefik")
            .Annotated(("ingressclass.kubernetes.io/is-default-class", "true"))
            .With("spec", new JsonObject { ["controller"] = "traefik.io/ingress-controller" });

    private static JsonObject LanOnly(DateTimeOffset made)
        => Manifest.New(Api, "MiddlewareTCP", "gitea", "lan-only", made).TrackedBy("gitea")
            .With("spec", new JsonObject { ["ipAllowList"] = new JsonObject { ["sourceRange"] = new JsonArray("10.0.0.0/24") } });

    private static JsonObject GitOverSsh(DateTimeOffset made)
        => Manifest.New(Api, "IngressRouteTCP", "gitea", "gitea-ssh", made).TrackedBy("gitea")
            .With("spec", new JsonObject
            {
                ["entryPoints"] = new JsonArray("ssh"),
                ["routes"] = new JsonArray(new JsonObject
                {
                    ["match"] = "HostSNI(`*`)",
                    ["middlewares"] = new JsonArray(new JsonObject { ["name"] = "lan-only" }),
                    ["services"] = new JsonArray(new JsonObject { ["name"] = "gitea", ["port"] = "ssh" }),
                }),
            });

    private static JsonObject NamesForTheHouse(DateTimeOffset made)
        => Manifest.New(Api, "IngressRouteUDP", "kube-system", "dns-lan", made)
            .With("spec", new JsonObject
            {
                ["entryPoints"] = new JsonArray("dns"),
                ["routes"] = new JsonArray(new JsonObject { ["services"] = new JsonArray(new JsonObject { ["name"] = "coredns", ["port"] = 53 }) }),
            });

    /// <summary>Four of five visits still see the old start page.</summary>
    private static JsonObject StartPages(DateTimeOffset made)
        => Manifest.New(Api, "TraefikService", "home", "start", made).TrackedBy("homepage")
            .With("spec", new JsonObject
            {
                ["weighted"] = new JsonObject
                {
                    ["services"] = new JsonArray(
                        new JsonObject { ["name"] = "homepage", ["port"] = 3000, ["weight"] = 4 },
                        new JsonObject { ["name"] = "freshrss", ["port"] = 80, ["weight"] = 1 }),
                },
            });

    private static JsonObject StartRoute(DateTimeOffset made)
        => Route("home", "start", "homepage", $"Host(`{LabHouse.Host("start")}`)", new JsonObject { ["kind"] = "TraefikService", ["name"] = "start" }, new JsonObject(), made);

    /// <summary>Has a certificate of its own, the one that fails to renew.</summary>
    private static JsonObject Registry(DateTimeOffset made)
        => Route("gitea", "registry", "gitea", $"Host(`{LabHouse.Host("registry")}`) && PathPrefix(`/v2`)", new JsonObject { ["name"] = "gitea", ["port"] = 3000 }, new JsonObject { ["secretName"] = "registry-cowlab-org-tls" }, made);

    private static JsonObject Route(string ns, string name, string application, string match, JsonObject service, JsonObject tls, DateTimeOffset made)
        => Manifest.New(Api, "IngressRoute", ns, name, made).Annotated(("kubernetes.io/ingress.class", LabHouse.IngressClass)).TrackedBy(application)
            .With("spec", new JsonObject
            {
                ["entryPoints"] = new JsonArray("websecure"),
                ["routes"] = new JsonArray(new JsonObject { ["kind"] = "Rule", ["match"] = match, ["services"] = new JsonArray(service) }),
                ["tls"] = tls,
            });
}
