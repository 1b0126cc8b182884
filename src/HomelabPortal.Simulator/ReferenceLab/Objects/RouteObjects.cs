using System.Text.Json.Nodes;
using HomelabPortal.Simulator.ReferenceLab.House;

namespace HomelabPortal.Simulator.ReferenceLab.Objects;

/// <summary>The IngressRoutes in the lab's house style, and the middleware that guards some of them.</summary>
internal static class RouteObjects
{
    private const string Api = "traefik.io/v1alpha1";

    public static IEnumerable<JsonObject> All(DateTimeOffset now)
    {
        foreach (var app in LabApps.All.Where(app => app.Route is not null))
            yield return Route(app.Name, app.Namespace, app.Ports[0].Number, app.Route!, app.Owner, now.AddDays(-app.AgeDays));
        foreach (var outside in OutsideService.All.Where(outside => outside.Route is not null))
            yield return Route(outside.Name, outside.Namespace, outside.Port, outside.Route!, outside.Name, now.AddDays(-130));
        yield return ForwardAuth(now);
        yield return RedirectScheme(now);
        yield return TlsStore(now);
    }

    private static JsonObject Route(string name, string ns, int port, LabRoute route, string? application, DateTimeOffset created)
    {
        var rule = new JsonObject { ["kind"] = "Rule", ["match"] = Match(route) };
        if (route.IsGuarded)
            rule["middlewares"] = new JsonArray(new JsonObject { ["name"] = "forward-auth", ["namespace"] = "authentik" });
        rule["services"] = new JsonArray(route.TraefikService is { } internalService
            ? new JsonObject { ["kind"] = "TraefikService", ["name"] = internalService }
            : new JsonObject { ["name"] = name, ["port"] = port });
        var spec = new JsonObject { ["entryPoints"] = route.IsTunnelled ? new JsonArray("web", "websecure") : new JsonArray("websecure"), ["routes"] = new JsonArray(rule) };
        // A route with TLS of its own takes no request without.
        if (!route.IsTunnelled)
            spec["tls"] = new JsonObject();
        return Manifest.New(Api, "IngressRoute", ns, name, created)
            .Annotated(
                ("kubernetes.io/ingress.class", LabHouse.IngressClass),
                ("gethomepage.dev/enabled", "true"),
                ("gethomepage.dev/name", route.Title),
                ("gethomepage.dev/group", route.Group),
                ("gethomepage.dev/icon", route.Icon),
                ("gethomepage.dev/description", route.Description),
                ("gethomepage.dev/href", "https://" + LabHouse.Host(route.Host)))
            .TrackedBy(application)
            .With("spec", spec);
    }

    private static string Match(LabRoute route)
        => route.Match ?? (route.OtherHost is { } other
            ? $"Host(`{LabHouse.Host(route.Host)}`) || Host(`{LabHouse.Host(other)}`)"
            : $"Host(`{LabHouse.Host(route.Host)}`)");

    private static JsonObject ForwardAuth(DateTimeOffset now)
        => Manifest.New(Api, "Middleware", "authentik", "forward-auth", now.AddDays(-281)).TrackedBy("authentik")
            .With("spec", new JsonObject
            {
                ["forwardAuth"] = new JsonObject
                {
                    ["address"] = "http://authentik-server.authentik.svc.cluster.local:80/outpost.goauthentik.io/auth/traefik",
                    ["trustForwardHeader"] = true,
                    ["authResponseHeaders"] = new JsonArray("X-authentik-username", "X-authentik-groups", "X-authentik-email"),
                },
            });

    private static JsonObject RedirectScheme(DateTimeOffset now)
        => Manifest.New(Api, "Middleware", "traefik", "redirect-https", now.AddDays(-402)).TrackedBy("traefik")
            .With("spec", new JsonObject { ["redirectScheme"] = new JsonObject { ["scheme"] = "https", ["permanent"] = true } });

    private static JsonObject TlsStore(DateTimeOffset now)
        => Manifest.New(Api, "TLSStore", "traefik", "default", now.AddDays(-402)).TrackedBy("traefik")
            .With("spec", new JsonObject { ["defaultCertificate"] = new JsonObject { ["secretName"] = LabHouse.WildcardSecret } });
}
