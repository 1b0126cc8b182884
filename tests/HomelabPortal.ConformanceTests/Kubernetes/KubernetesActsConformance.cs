using System.Text.Json.Nodes;
using HomelabPortal.Cluster.Acts;
using HomelabPortal.Cluster.Acts.Doing;
using HomelabPortal.Cluster.Acts.Planning;
using HomelabPortal.ConformanceTests.Servers;
using HomelabPortal.Kubernetes;

namespace HomelabPortal.ConformanceTests.Kubernetes;

/// <summary>The requests of acts, against any API server. No controller or kubelet is needed: what is asked of the server is what counts.</summary>
public abstract class KubernetesActsConformance : KubernetesConformance
{
    private const string Deployment = """
        {"metadata":{"name":"web"},"spec":{"replicas":1,"selector":{"matchLabels":{"app":"web"}},
         "template":{"metadata":{"labels":{"app":"web"}},"spec":{"containers":[{"name":"web","image":"example/web:1"}]}}}}
        """;

    [ConformanceFact]
    public async Task Create_WithANameAndWithGenerateName_MakesObjects()
    {
        var named = await Client.CreateAsync(ResourceTypes.Pods, Namespace, Pod("one"), Options(), Limit);
        Assert.Equal("one", (string?)named["metadata"]!["name"]);
        await AssertFailsAsync(KubernetesErrorKind.AlreadyExists, () => Client.CreateAsync(ResourceTypes.Pods, Namespace, Pod("one"), Options(), Limit));

        var manifest = Pod("two");
        manifest["metadata"] = new JsonObject { ["generateName"] = "two-" };
        var generated = await Client.CreateAsync(ResourceTypes.Pods, Namespace, manifest, Options(), Limit);
        Assert.StartsWith("two-", (string?)generated["metadata"]!["name"], StringComparison.Ordinal);
    }

    [ConformanceFact]
    public async Task Create_AsADryRun_StoresNothing()
    {
        await Client.CreateAsync(ResourceTypes.Pods, Namespace, Pod("ghost"), Options(dryRun: true), Limit);

        Assert.Null(await Client.GetAsync(ResourceTypes.Pods, Namespace, "ghost", Limit));
    }

    [ConformanceFact]
    public async Task Restart_ChangesTheTemplateAndCountsAsANewGeneration()
    {
        var seen = await ApplyDeploymentAsync();

        var answer = await GuardedPatch.MergeAsync(Client, ResourceTypes.Deployments, Restart, seen, ActCall.Restart("2026-11-21T09:30:00Z"), null, Limit);

        Assert.Equal(seen.Generation + 1, GuardedPatch.SeenOf(answer).Generation);
        Assert.Equal("2026-11-21T09:30:00Z", (string?)answer["spec"]!["template"]!["metadata"]!["annotations"]![ActCall.RestartedAt]);
        Assert.Contains(answer["metadata"]!["managedFields"]!.AsArray(), entry => (string?)entry!["manager"] == "homelab-portal");
    }

    [ConformanceFact]
    public async Task GuardedPatch_AfterAStatusMovedOn_StillApplies()
    {
        var seen = await ApplyDeploymentAsync();
        await StatusAsync("""{"status":{"observedGeneration":1,"replicas":1}}""");

        await GuardedPatch.MergeAsync(Client, ResourceTypes.Deployments, Scale(4), seen, ActCall.Scale(4), "scale", Limit);

        Assert.Equal(4, (await Client.GetAsync(ResourceTypes.Deployments, Namespace, "web", Limit))?.Spec.Replicas);
    }

    [ConformanceFact]
    public async Task GuardedPatch_AfterSomebodyChangedWhatIsWanted_DoesNothing()
    {
        var seen = await ApplyDeploymentAsync();
        await Client.MergePatchAsync(ResourceTypes.Deployments, Namespace, "web", JsonNode.Parse("""{"spec":{"replicas":2}}""")!, Limit);

        await Assert.ThrowsAsync<ActFault>(() => GuardedPatch.MergeAsync(Client, ResourceTypes.Deployments, Scale(4), seen, ActCall.Scale(4), "scale", Limit));

        Assert.Equal(2, (await Client.GetAsync(ResourceTypes.Deployments, Namespace, "web", Limit))?.Spec.Replicas);
    }

    [ConformanceFact]
    public async Task Scale_UponAnotherResourceVersion_IsAConflict()
    {
        await ApplyDeploymentAsync();
        var patch = ActCall.Scale(4);
        patch["metadata"] = new JsonObject { ["resourceVersion"] = "1" };

        await AssertFailsAsync(KubernetesErrorKind.Conflict, () => Client.MergePatchAsync(ResourceTypes.Deployments, Namespace, "web", patch, new PatchOptions { Subresource = "scale" }, Limit));
    }

    [ConformanceFact]
    public async Task Scale_ToNothingAndBack_IsStored()
    {
        await ApplyDeploymentAsync();
        foreach (var replicas in new[] { 0, 3 })
        {
            await Client.MergePatchAsync(ResourceTypes.Deployments, Namespace, "web", ActCall.Scale(replicas), new PatchOptions { Subresource = "scale" }, Limit);
            Assert.Equal(replicas, (await Client.GetAsync(ResourceTypes.Deployments, Namespace, "web", Limit))?.Spec.Replicas);
        }
    }

    [ConformanceFact]
    public async Task JsonPatch_ReplacesATemplateOnlyWhileItsTestsHold()
    {
        var seen = await ApplyDeploymentAsync();
        var template = JsonNode.Parse("""{"metadata":{"labels":{"app":"web"}},"spec":{"containers":[{"name":"web","image":"example/web:0"}]}}""")!;

        await AssertFailsAsync(KubernetesErrorKind.Invalid, () => PatchAsync(seen.Uid, seen.Generation + 7, dryRun: false));
        await AssertFailsAsync(KubernetesErrorKind.Invalid, () => PatchAsync("another", seen.Generation, dryRun: false));
        await PatchAsync(seen.Uid, seen.Generation, dryRun: true);
        Assert.Equal("example/web:1", await ImageAsync());
        var answer = await PatchAsync(seen.Uid, seen.Generation, dryRun: false);

        Assert.Equal("example/web:0", await ImageAsync());
        Assert.Equal(seen.Generation + 1, GuardedPatch.SeenOf(answer).Generation);

        Task<JsonObject> PatchAsync(string uid, long generation, bool dryRun) => Client.JsonPatchAsync(
            ResourceTypes.Deployments, Namespace, "web",
            new JsonArray(
                new JsonObject { ["op"] = "test", ["path"] = "/metadata/uid", ["value"] = uid },
                new JsonObject { ["op"] = "test", ["path"] = "/metadata/generation", ["value"] = generation },
                new JsonObject { ["op"] = "replace", ["path"] = "/spec/template", ["value"] = template.DeepClone() }),
            Options(dryRun), Limit);
    }

    [ConformanceFact]
    public async Task JsonPatch_WithATemplateThatIsNoTemplate_IsRefused()
    {
        await ApplyDeploymentAsync();
        var operations = new JsonArray(new JsonObject { ["op"] = "replace", ["path"] = "/spec/template", ["value"] = JsonNode.Parse("""{"metadata":{"labels":{"app":"other"}},"spec":{"containers":[{"name":"web","image":"x"}]}}""") });

        await AssertFailsAsync(KubernetesErrorKind.Invalid, () => Client.JsonPatchAsync(ResourceTypes.Deployments, Namespace, "web", operations, Options(dryRun: true), Limit));
    }

    [ConformanceFact]
    public async Task Evict_HoldsTheUidAndTheBudget()
    {
        var pod = await Client.CreateAsync(ResourceTypes.Pods, Namespace, Pod("guarded", "guarded"), Options(), Limit);
        var uid = (string)pod["metadata"]!["uid"]!;
        await Client.MergePatchAsync(ResourceTypes.Pods, Namespace, "guarded", JsonNode.Parse("""{"status":{"phase":"Running","conditions":[{"type":"Ready","status":"True"}]}}""")!, new PatchOptions { Subresource = "status" }, Limit);
        await ApplyAsync(ResourceTypes.PodDisruptionBudgets, """{"metadata":{"name":"always"},"spec":{"minAvailable":1,"selector":{"matchLabels":{"app":"guarded"}}}}""");
        await BudgetAsync(allowed: 0);

        await AssertFailsAsync(KubernetesErrorKind.Conflict, () => EvictAsync("00000000-0000-0000-0000-000000000000", allowBudget: true));
        var refused = await Assert.ThrowsAsync<KubernetesApiException>(() => EvictAsync(uid));
        Assert.Equal(KubernetesErrorKind.TooManyRequests, refused.Kind);
        Assert.Contains(refused.Status!.Details!.Causes, cause => cause.Reason == "DisruptionBudget" && cause.Message.Contains("always", StringComparison.Ordinal));

        await BudgetAsync(allowed: 1);
        Assert.True(await Client.EvictAsync(Namespace, "guarded", uid, dryRun: true, Limit));
        Assert.NotNull(await Client.GetAsync(ResourceTypes.Pods, Namespace, "guarded", Limit));
        Assert.True(await EvictAsync(uid));
        Assert.Null(await Client.GetAsync(ResourceTypes.Pods, Namespace, "guarded", Limit));
        Assert.False(await EvictAsync(uid));

        async Task<bool> EvictAsync(string which, bool allowBudget = false)
        {
            if (allowBudget)
                await BudgetAsync(allowed: 1);
            var evicted = await Client.EvictAsync(Namespace, "guarded", which, cancellationToken: Limit);
            return evicted;
        }
    }

    [ConformanceFact]
    public async Task CronJob_IsSuspendedAndRunByHand()
    {
        var cron = await ApplyAsync(ResourceTypes.CronJobs, """
            {"metadata":{"name":"tidy"},"spec":{"schedule":"0 4 * * *","jobTemplate":{"metadata":{"labels":{"app":"tidy"}},
             "spec":{"backoffLimit":1,"template":{"spec":{"restartPolicy":"Never","containers":[{"name":"tidy","image":"busybox"}]}}}}}}
            """);

        var suspended = await GuardedPatch.MergeAsync(Client, ResourceTypes.CronJobs, new ActWish.SuspendCronJob(Namespace, "tidy", true), GuardedPatch.SeenOf(cron), ActCall.Suspend(true), null, Limit);
        Assert.True((bool)suspended["spec"]!["suspend"]!);
        var job = await Client.CreateAsync(ResourceTypes.Jobs, Namespace, ManualJob.Of(suspended, "1795111111"), Options(), Limit);

        Assert.Equal("tidy-manual-1795111111", (string?)job["metadata"]!["name"]);
        Assert.Equal("tidy", (string?)job["metadata"]!["ownerReferences"]![0]!["name"]);
        Assert.Equal(1, (int)job["spec"]!["backoffLimit"]!);
    }

    [ConformanceFact]
    public async Task Node_IsCordonedAndOpened()
    {
        var name = $"{Namespace}-node";
        await ApplyClusterScopedAsync(ResourceTypes.Nodes, JsonNode.Parse($$$"""{"metadata":{"name":"{{{name}}}"}}""")!.AsObject());
        foreach (var closed in new[] { true, false })
        {
            var node = (await Client.GetRawAsync(ResourceTypes.Nodes, null, name, Limit))!;
            await GuardedPatch.MergeAsync(Client, ResourceTypes.Nodes, new ActWish.CordonNode(name, closed), GuardedPatch.SeenOf(node), ActCall.Cordon(closed), null, Limit);
            Assert.Equal(closed, (await Client.GetAsync(ResourceTypes.Nodes, null, name, Limit))?.Spec.Unschedulable);
        }
    }

    [ConformanceFact]
    public async Task May_AsksForTheAccountItself()
    {
        using var reader = new KubernetesClient(ConnectAsReader(), TimeProvider.System);

        Assert.True(await Client.MayAsync("patch", "apps", "deployments/scale", null, Limit));
        Assert.True(await reader.MayAsync("list", "", "pods", Namespace, Limit));
        Assert.False(await reader.MayAsync("patch", "apps", "deployments", null, Limit));
        Assert.False(await reader.MayAsync("create", "", "pods/eviction", Namespace, Limit));
    }

    private ActWish Restart => new ActWish.Restart("Deployment", Namespace, "web");

    private ActWish Scale(int replicas) => new ActWish.Scale("Deployment", Namespace, "web", replicas);

    private static PatchOptions Options(bool dryRun = false) => new() { FieldManager = Manager, DryRun = dryRun };

    private async Task<ActSeen> ApplyDeploymentAsync() => GuardedPatch.SeenOf(await ApplyAsync(ResourceTypes.Deployments, Deployment));

    private async Task<string?> ImageAsync() => (await Client.GetAsync(ResourceTypes.Deployments, Namespace, "web", Limit))?.Spec.Template.Spec.Containers[0].Image;

    private Task StatusAsync(string patch) =>
        Client.MergePatchAsync(ResourceTypes.Deployments, Namespace, "web", JsonNode.Parse(patch)!, new PatchOptions { Subresource = "status" }, Limit);

    /// <summary>As the disruption controller writes it.</summary>
    private Task BudgetAsync(int allowed) => Client.MergePatchAsync(
        ResourceTypes.PodDisruptionBudgets, Namespace, "always",
        JsonNode.Parse($$$"""{"status":{"observedGeneration":1,"disruptionsAllowed":{{{allowed}}},"currentHealthy":1,"desiredHealthy":1,"expectedPods":1}}""")!,
        new PatchOptions { Subresource = "status" }, Limit);

    private static JsonObject Pod(string name, string app = "acts") => JsonNode.Parse($$$"""
        {"metadata":{"name":"{{{name}}}","labels":{"app":"{{{app}}}"}},"spec":{"containers":[{"name":"web","image":"example/web:1"}]}}
        """)!.AsObject();
}
