using System.Net;
using System.Text.Json.Nodes;
using HomelabPortal.Kubernetes;

namespace HomelabPortal.Tests.Kubernetes;

public sealed class WriteTests
{
    [Fact]
    public async Task Apply_SendsManagerForceAndServedVersion()
    {
        using var api = new ScriptedApi().Answer("""{"kind":"IngressRoute"}""");
        var manifest = new JsonObject { ["metadata"] = new JsonObject { ["name"] = "web", ["namespace"] = "media", ["managedFields"] = new JsonArray() } };
        await api.Client().ApplyAsync(ResourceTypes.IngressRoutes, manifest, new ApplyOptions { FieldManager = "tester", DryRun = true });

        var request = await api.NextRequestAsync();
        Assert.Equal(("PATCH", "/apis/traefik.io/v1alpha1/namespaces/media/ingressroutes/web", "application/apply-patch+yaml"), (request.Method, request.Path, request.ContentType));
        Assert.Equal(("tester", "false", "All"), (request["fieldManager"], request["force"], request["dryRun"]));
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse("""{"metadata":{"name":"web","namespace":"media"},"apiVersion":"traefik.io/v1alpha1","kind":"IngressRoute"}"""), JsonNode.Parse(request.Body)));
        Assert.NotNull(manifest["metadata"]!["managedFields"]);
    }

    [Fact]
    public async Task Apply_Conflict_NamesOwnerAndField()
    {
        using var api = new ScriptedApi().Fail(HttpStatusCode.Conflict, "Conflict", "Apply failed with 1 conflict", """
            {"causes":[{"reason":"FieldManagerConflict","field":".spec.replicas","message":"conflict with \"kubectl-client-side-apply\" using apps/v1 at 2026-01-01T00:00:00Z"}]}
            """);
        var manifest = new JsonObject { ["metadata"] = new JsonObject { ["name"] = "web", ["namespace"] = "media" } };
        var error = await Assert.ThrowsAsync<KubernetesApiException>(() => api.Client().ApplyAsync(ResourceTypes.Deployments, manifest, new ApplyOptions { FieldManager = "tester" }));
        var conflict = Assert.Single(error.FieldConflicts);
        Assert.Equal((".spec.replicas", "kubectl-client-side-apply"), (conflict.Field, conflict.Manager));
    }

    [Fact]
    public async Task Delete_SendsThePreconditions()
    {
        using var api = new ScriptedApi().Answer("{}").Fail(HttpStatusCode.NotFound, "NotFound", details: """{"name":"web"}""");
        var preconditions = new DeletePreconditions { Uid = "u1", ResourceVersion = "7" };
        Assert.True(await api.Client().DeleteAsync(ResourceTypes.Services, "media", "web", preconditions));
        Assert.False(await api.Client().DeleteAsync(ResourceTypes.Services, "media", "web", preconditions));
        var request = await api.NextRequestAsync();
        Assert.Equal("DELETE", request.Method);
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse("""{"uid":"u1","resourceVersion":"7"}"""), JsonNode.Parse(request.Body)!["preconditions"]));
    }

    [Fact]
    public async Task MergePatch_OfASubresource_GoesToItsPath()
    {
        using var api = new ScriptedApi().Answer("{}");
        await api.Client().MergePatchAsync(ResourceTypes.Deployments, "media", "web", new JsonObject { ["spec"] = new JsonObject { ["replicas"] = 2 } }, new PatchOptions { Subresource = "scale" });
        var request = await api.NextRequestAsync();
        Assert.Equal(("/apis/apps/v1/namespaces/media/deployments/web/scale", "application/merge-patch+json"), (request.Path, request.ContentType));
    }

    [Fact]
    public async Task OlderServer_GetsTheVersionItServes()
    {
        using var api = new ScriptedApi()
            .Answer("404 page not found", HttpStatusCode.NotFound, "text/plain")
            .Answer("""{"resources":[{"name":"endpointslices","kind":"EndpointSlice","namespaced":true}]}""")
            .Answer(Samples.List("1"))
            .Answer(Samples.List("2"));
        var client = api.Client();
        await client.ListAsync(ResourceTypes.EndpointSlices);
        await client.ListAsync(ResourceTypes.EndpointSlices);

        Assert.Equal("/apis/discovery.k8s.io/v1", (await api.NextRequestAsync()).Path);
        Assert.Equal("/apis/discovery.k8s.io/v1beta1", (await api.NextRequestAsync()).Path);
        Assert.Equal("/apis/discovery.k8s.io/v1beta1/endpointslices", (await api.NextRequestAsync()).Path);
        Assert.Equal("/apis/discovery.k8s.io/v1beta1/endpointslices", (await api.NextRequestAsync()).Path);
    }

    [Fact]
    public async Task GroupServedWithoutTheKind_GetsTheOlderVersion()
    {
        using var api = new ScriptedApi()
            .Answer("""{"resources":[{"name":"jobs","kind":"Job"},{"name":"jobs/status","kind":"Job"}]}""")
            .Answer("""{"resources":[{"name":"cronjobs","kind":"CronJob"}]}""");
        Assert.Equal("v1beta1", (await api.Client().ResolveAsync(ResourceTypes.CronJobs)).Version);
    }
}
