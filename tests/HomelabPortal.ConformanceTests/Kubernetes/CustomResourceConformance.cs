using System.Text.Json.Nodes;
using HomelabPortal.ConformanceTests.Servers;
using HomelabPortal.Kubernetes;

namespace HomelabPortal.ConformanceTests.Kubernetes;

/// <summary>Objects whose kinds come from custom resource definitions.</summary>
public abstract class CustomResourceConformance : KubernetesConformance
{
    private const string Route = """
        {"metadata":{"name":"web","labels":{"app.kubernetes.io/managed-by":"conformance"},"annotations":{"kubernetes.io/ingress.class":"traefik-external"}},
         "spec":{"entryPoints":["websecure"],"routes":[{"kind":"Rule","match":"Host(`web.example.org`)","middlewares":[{"name":"auth","namespace":"traefik"}],"services":[{"name":"web","port":80}]}],"tls":{}}}
        """;

    [ConformanceFact]
    public async Task IngressRoute_Applied_ReadsBackTheSame()
    {
        await ApplyAsync(ResourceTypes.IngressRoutes, Route);
        var route = await Client.GetAsync(ResourceTypes.IngressRoutes, Namespace, "web", Limit);
        var rule = Assert.Single(route!.Spec.Routes);
        Assert.Equal(("Host(`web.example.org`)", "auth", "web", 80), (rule.Match, rule.Middlewares[0].Name, rule.Services[0].Name, rule.Services[0].Port?.Number));
        Assert.NotNull(route.Spec.Tls);
        Assert.Equal(["websecure"], route.Spec.EntryPoints);
        Assert.Equal("traefik-external", route.Metadata.Annotations["kubernetes.io/ingress.class"]);
    }

    [ConformanceFact]
    public async Task IngressRoute_AppliedAgain_ChangesNothing()
    {
        var first = await ApplyAsync(ResourceTypes.IngressRoutes, Route);
        Assert.Equal(Version(first), Version(await ApplyAsync(ResourceTypes.IngressRoutes, Route)));
    }

    [ConformanceFact]
    public async Task IngressRoute_RoutesOfAnotherManager_AreOneConflict()
    {
        await ApplyAsync(ResourceTypes.IngressRoutes, Route);
        var other = Route.Replace("web.example.org", "other.example.org", StringComparison.Ordinal);
        var error = await AssertFailsAsync(KubernetesErrorKind.Conflict, () => ApplyAsync(ResourceTypes.IngressRoutes, other, "another"));
        Assert.Equal([(".spec.routes", Manager)], error.FieldConflicts.Select(conflict => (conflict.Field, conflict.Manager)));
        await ApplyAsync(ResourceTypes.IngressRoutes, other, "another", force: true);
        var route = await Client.GetAsync(ResourceTypes.IngressRoutes, Namespace, "web", Limit);
        Assert.Equal("Host(`other.example.org`)", Assert.Single(route!.Spec.Routes).Match);
    }

    [ConformanceFact]
    public async Task IngressRoute_FieldsLeftOut_AreRemoved()
    {
        await ApplyAsync(ResourceTypes.IngressRoutes, Route);
        await ApplyAsync(ResourceTypes.IngressRoutes, Route
            .Replace(",\"tls\":{}", "", StringComparison.Ordinal)
            .Replace(",\"annotations\":{\"kubernetes.io/ingress.class\":\"traefik-external\"}", "", StringComparison.Ordinal));
        var route = await Client.GetAsync(ResourceTypes.IngressRoutes, Namespace, "web", Limit);
        Assert.Null(route?.Spec.Tls);
        Assert.Empty(route!.Metadata.Annotations);
    }

    [ConformanceFact]
    public async Task IngressRoute_MergePatch_ReplacesListsWhole()
    {
        await ApplyAsync(ResourceTypes.IngressRoutes, Route);
        await Client.MergePatchAsync(ResourceTypes.IngressRoutes, Namespace, "web", JsonNode.Parse("""{"spec":{"entryPoints":["web"],"tls":null}}""")!, Limit);
        var route = await Client.GetAsync(ResourceTypes.IngressRoutes, Namespace, "web", Limit);
        Assert.Equal(["web"], route?.Spec.EntryPoints);
        Assert.Null(route?.Spec.Tls);
        Assert.Single(route!.Spec.Routes);
    }

    [ConformanceFact]
    public async Task IngressRoute_DeletedByUid_IsGone()
    {
        var route = await ApplyAsync(ResourceTypes.IngressRoutes, Route);
        await AssertFailsAsync(KubernetesErrorKind.Conflict, () => Client.DeleteAsync(ResourceTypes.IngressRoutes, Namespace, "web", new DeletePreconditions { Uid = "00000000-0000-0000-0000-000000000000" }, Limit));
        Assert.True(await Client.DeleteAsync(ResourceTypes.IngressRoutes, Namespace, "web", new DeletePreconditions { Uid = Uid(route) }, Limit));
        Assert.False(await Client.DeleteAsync(ResourceTypes.IngressRoutes, Namespace, "web", new DeletePreconditions { Uid = Uid(route) }, Limit));
    }

    [ConformanceFact]
    public async Task Middleware_SaysItsKind()
    {
        await ApplyAsync(ResourceTypes.Middlewares, """{"metadata":{"name":"auth"},"spec":{"forwardAuth":{"address":"http://authentik.auth/outpost"}}}""");
        Assert.Equal(["forwardAuth"], Assert.Single((await ListAsync(ResourceTypes.Middlewares)).Items).Spec.Kinds);
    }

    [ConformanceFact]
    public async Task IngressRoutes_AreWatched()
    {
        var list = await ListAsync(ResourceTypes.IngressRoutes);
        await using var events = Client.WatchAsync(ResourceTypes.IngressRoutes, new WatchOptions { Namespace = Namespace, ResourceVersion = list.ResourceVersion }, Limit).GetAsyncEnumerator(Limit);
        var next = events.MoveNextAsync();
        await ApplyAsync(ResourceTypes.IngressRoutes, Route);
        Assert.True(await next);
        Assert.Equal((WatchEventType.Added, "web"), (events.Current.Type, events.Current.Object?.Metadata.Name));
    }
}
