using System.Text.Json.Nodes;
using HomelabPortal.ConformanceTests.Servers;
using HomelabPortal.Kubernetes;

namespace HomelabPortal.ConformanceTests.Kubernetes;

/// <summary>Changing what is there.</summary>
public abstract class KubernetesWriteConformance : KubernetesConformance
{
    private const string Deployment = """
        {"metadata":{"name":"web","labels":{"app":"web"}},
         "spec":{"replicas":1,"selector":{"matchLabels":{"app":"web"}},"template":{"metadata":{"labels":{"app":"web"}},"spec":{"containers":[{"name":"web","image":"nginx:1","env":[{"name":"A","value":"1"}]}]}}}}
        """;

    [ConformanceFact]
    public async Task Apply_Again_ChangesNothing()
    {
        var first = await ApplyAsync(ResourceTypes.Deployments, Deployment);
        var second = await ApplyAsync(ResourceTypes.Deployments, Deployment);
        Assert.Equal((Uid(first), Version(first)), (Uid(second), Version(second)));
        Assert.Equal(1, (long)second["metadata"]!["generation"]!);
    }

    [ConformanceFact]
    public async Task Apply_ChangedSpec_MakesANewGeneration()
    {
        await ApplyAsync(ResourceTypes.Deployments, Deployment);
        await ApplyAsync(ResourceTypes.Deployments, Deployment.Replace("nginx:1", "nginx:2", StringComparison.Ordinal));
        var deployment = await Client.GetAsync(ResourceTypes.Deployments, Namespace, "web", Limit);
        Assert.Equal((2L, "nginx:2"), (deployment?.Metadata.Generation, deployment?.Spec.Template.Spec.Containers[0].Image));
    }

    [ConformanceFact]
    public async Task Apply_FieldOfAnotherManager_IsAConflictUnlessForced()
    {
        await ApplyAsync(ResourceTypes.Deployments, Deployment);
        var scaled = Deployment.Replace("\"replicas\":1", "\"replicas\":3", StringComparison.Ordinal);
        var error = await AssertFailsAsync(KubernetesErrorKind.Conflict, () => ApplyAsync(ResourceTypes.Deployments, scaled, "another"));
        var conflict = Assert.Single(error.FieldConflicts);
        Assert.Equal((".spec.replicas", Manager), (conflict.Field, conflict.Manager));
        await ApplyAsync(ResourceTypes.Deployments, scaled, "another", force: true);
        Assert.Equal(3, (await Client.GetAsync(ResourceTypes.Deployments, Namespace, "web", Limit))?.Spec.Replicas);
        await AssertFailsAsync(KubernetesErrorKind.Conflict, () => ApplyAsync(ResourceTypes.Deployments, Deployment));
    }

    [ConformanceFact]
    public async Task Apply_SameValueAsAnotherManager_IsShared()
    {
        await ApplyAsync(ResourceTypes.Deployments, Deployment);
        await ApplyAsync(ResourceTypes.Deployments, Deployment, "another");
        await ApplyAsync(ResourceTypes.Deployments, """{"metadata":{"name":"web"}}""");
        Assert.Equal(1, (await Client.GetAsync(ResourceTypes.Deployments, Namespace, "web", Limit))?.Spec.Replicas);
    }

    [ConformanceFact]
    public async Task Apply_FieldLeftOut_IsRemoved()
    {
        await ApplyAsync(ResourceTypes.Deployments, Deployment);
        await ApplyAsync(ResourceTypes.Deployments, Deployment
            .Replace(",\"env\":[{\"name\":\"A\",\"value\":\"1\"}]", "", StringComparison.Ordinal)
            .Replace(",\"labels\":{\"app\":\"web\"}},\n", "},\n", StringComparison.Ordinal));
        var raw = await Client.GetRawAsync(ResourceTypes.Deployments, Namespace, "web", Limit);
        Assert.Null(raw!["spec"]!["template"]!["spec"]!["containers"]![0]!["env"]);
        Assert.Null(raw["metadata"]!["labels"]);
    }

    [ConformanceFact]
    public async Task Apply_PortsOfTwoManagers_AreMerged()
    {
        await ApplyServiceAsync("web");
        await ApplyAsync(ResourceTypes.Services, """{"metadata":{"name":"web"},"spec":{"ports":[{"name":"metrics","port":9090,"protocol":"TCP"}]}}""", "another");
        Assert.Equal([80, 9090], (await Client.GetAsync(ResourceTypes.Services, Namespace, "web", Limit))!.Spec.Ports.Select(port => port.Port).Order());
        await ApplyAsync(ResourceTypes.Services, """{"metadata":{"name":"web"}}""", "another");
        Assert.Equal([80], (await Client.GetAsync(ResourceTypes.Services, Namespace, "web", Limit))!.Spec.Ports.Select(port => port.Port));
    }

    [ConformanceFact]
    public async Task Apply_DryRun_StoresNothing()
    {
        var answer = await Client.ApplyAsync(ResourceTypes.Deployments, Manifest(Deployment), new ApplyOptions { FieldManager = Manager, DryRun = true }, Limit);
        Assert.NotEqual("", Uid(answer));
        Assert.Null(await Client.GetAsync(ResourceTypes.Deployments, Namespace, "web", Limit));
    }

    [ConformanceFact]
    public async Task Apply_WrongObject_IsInvalidWithTheField()
    {
        var error = await AssertFailsAsync(KubernetesErrorKind.Invalid, () => ApplyAsync(ResourceTypes.Services, """{"metadata":{"name":"web"},"spec":{"ports":[{"port":70000,"protocol":"TCP"}]}}"""));
        Assert.Equal(422, error.StatusCode);
        Assert.Contains(error.Status!.Details!.Causes, cause => cause.Field == "spec.ports[0].port");
    }

    [ConformanceFact]
    public async Task Apply_IntoAMissingNamespace_IsNotFound()
    {
        var manifest = new JsonObject { ["metadata"] = new JsonObject { ["name"] = "web", ["namespace"] = "no-such-namespace" }, ["spec"] = new JsonObject { ["ports"] = new JsonArray(new JsonObject { ["port"] = 80, ["protocol"] = "TCP" }) } };
        await AssertFailsAsync(KubernetesErrorKind.NotFound, () => Client.ApplyAsync(ResourceTypes.Services, manifest, new ApplyOptions { FieldManager = Manager }, Limit));
    }

    [ConformanceFact]
    public async Task Apply_WithAnOldResourceVersion_IsAConflict()
    {
        var first = await ApplyServiceAsync("web");
        await Client.MergePatchAsync(ResourceTypes.Services, Namespace, "web", JsonNode.Parse("""{"metadata":{"annotations":{"a":"1"}}}""")!, Limit);
        var manifest = Manifest("""{"metadata":{"name":"web","annotations":{"b":"2"}}}""");
        manifest["metadata"]!["resourceVersion"] = Version(first);
        await AssertFailsAsync(KubernetesErrorKind.Conflict, () => Client.ApplyAsync(ResourceTypes.Services, manifest, new ApplyOptions { FieldManager = "another" }, Limit));
    }

    [ConformanceFact]
    public async Task Apply_EndpointSlice_IsWrittenInTheServedVersion()
    {
        await ApplyAsync(ResourceTypes.EndpointSlices, """
            {"metadata":{"name":"web-1","labels":{"kubernetes.io/service-name":"web"}},"addressType":"IPv4","endpoints":[{"addresses":["10.0.0.150"],"conditions":{"ready":true}}],"ports":[{"name":"http","port":8096,"protocol":"TCP"}]}
            """);
        var slice = await Client.GetAsync(ResourceTypes.EndpointSlices, Namespace, "web-1", Limit);
        Assert.Equal(("web", 8096, "10.0.0.150", true), (slice?.ServiceName(), slice?.Ports[0].Port, slice?.Endpoints[0].Addresses[0], slice?.Endpoints[0].IsReady()));
    }

    [ConformanceFact]
    public async Task MergePatch_ChangesAndRemoves()
    {
        await ApplyServiceAsync("web");
        var patched = await Client.MergePatchAsync(ResourceTypes.Services, Namespace, "web", JsonNode.Parse("""{"metadata":{"labels":{"group":null,"new":"yes"}}}""")!, Limit);
        var labels = patched["metadata"]!["labels"]!.AsObject();
        Assert.Equal(["new"], labels.Select(label => label.Key));
        await AssertFailsAsync(KubernetesErrorKind.NotFound, () => Client.MergePatchAsync(ResourceTypes.Services, Namespace, "none", new JsonObject(), Limit));
    }

    [ConformanceFact]
    public async Task MergePatch_OfStatusAndScale_LeavesTheRestAlone()
    {
        await ApplyAsync(ResourceTypes.Deployments, Deployment);
        await Client.MergePatchAsync(ResourceTypes.Deployments, Namespace, "web", JsonNode.Parse("""{"spec":{"replicas":5},"status":{"observedGeneration":1,"replicas":1,"readyReplicas":1}}""")!, new PatchOptions { Subresource = "status" }, Limit);
        var deployment = await Client.GetAsync(ResourceTypes.Deployments, Namespace, "web", Limit);
        Assert.Equal((1, 1), (deployment?.Spec.Replicas, deployment?.Status.ReadyReplicas));
        await Client.MergePatchAsync(ResourceTypes.Deployments, Namespace, "web", JsonNode.Parse("""{"spec":{"replicas":4}}""")!, new PatchOptions { Subresource = "scale" }, Limit);
        Assert.Equal(4, (await Client.GetAsync(ResourceTypes.Deployments, Namespace, "web", Limit))?.Spec.Replicas);
    }

    [ConformanceFact]
    public async Task Delete_HoldsItsPreconditions()
    {
        var service = await ApplyServiceAsync("web");
        await AssertFailsAsync(KubernetesErrorKind.Conflict, () => DeleteAsync(new DeletePreconditions { Uid = "00000000-0000-0000-0000-000000000000" }));
        await AssertFailsAsync(KubernetesErrorKind.Conflict, () => DeleteAsync(new DeletePreconditions { ResourceVersion = "1" }));
        Assert.NotNull(await Client.GetAsync(ResourceTypes.Services, Namespace, "web", Limit));
        Assert.True(await DeleteAsync(new DeletePreconditions { Uid = Uid(service), ResourceVersion = Version(service) }));
        Assert.Null(await Client.GetAsync(ResourceTypes.Services, Namespace, "web", Limit));
        Assert.False(await DeleteAsync(new DeletePreconditions { Uid = Uid(service) }));

        Task<bool> DeleteAsync(DeletePreconditions preconditions) => Client.DeleteAsync(ResourceTypes.Services, Namespace, "web", preconditions, Limit);
    }

    [ConformanceFact]
    public async Task RecreatedObject_HasAnotherUid()
    {
        var first = await ApplyServiceAsync("web");
        await Client.DeleteAsync(ResourceTypes.Services, Namespace, "web", DeletePreconditions.None, Limit);
        Assert.NotEqual(Uid(first), Uid(await ApplyServiceAsync("web")));
    }

    [ConformanceFact]
    public async Task ClusterScopedObject_IsAppliedAndDeleted()
    {
        var name = $"{Namespace}-volume";
        var manifest = JsonNode.Parse($$$"""
            {"metadata":{"name":"{{{name}}}"},"spec":{"capacity":{"storage":"1Gi"},"accessModes":["ReadWriteOnce"],"persistentVolumeReclaimPolicy":"Retain","hostPath":{"path":"/none"} } }
            """)!.AsObject();
        await ApplyClusterScopedAsync(ResourceTypes.PersistentVolumes, manifest);
        var volume = await Client.GetAsync(ResourceTypes.PersistentVolumes, null, name, Limit);
        Assert.Equal((1L << 30, "Retain", name), (volume?.Spec.Capacity["storage"].Whole, volume?.Spec.PersistentVolumeReclaimPolicy, volume?.Metadata.Key()));
    }
}
