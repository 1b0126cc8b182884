using System.Text.Json.Nodes;
using static HomelabPortal.Tests.Simulator.Kubernetes.Manifests;

namespace HomelabPortal.Tests.Simulator.Kubernetes;

public class DeleteTests
{
    [Fact]
    public async Task Delete_OfAnObject_AnswersWithItsUid()
    {
        await using var cluster = await TestCluster.StartAsync();
        var created = await cluster.PostAsync(ConfigMaps, ConfigMap("a"));

        var deleted = await cluster.DeleteAsync(ConfigMaps + "/a");
        var again = await cluster.DeleteAsync(ConfigMaps + "/a");

        Assert.Equal((200, "Success"), (deleted.Code, (string?)deleted.Json["status"]));
        Assert.Equal((string?)created.Metadata["uid"], (string?)deleted.Json["details"]!["uid"]);
        Assert.Equal(404, again.Code);
    }

    [Theory]
    [InlineData("uid", "00000000-0000-0000-0000-000000000000", 409)]
    [InlineData("resourceVersion", "1", 409)]
    public async Task Delete_WithAPreconditionThatFails_IsAConflict(string field, string value, int code)
    {
        await using var cluster = await TestCluster.StartAsync();
        await cluster.PostAsync(ConfigMaps, ConfigMap("a"));

        var answer = await cluster.DeleteAsync(ConfigMaps + "/a", $$$"""{"preconditions":{"{{{field}}}":"{{{value}}}"}}""");

        Assert.Equal((code, "Conflict"), (answer.Code, answer.Reason));
        Assert.Equal(200, (await cluster.GetAsync(ConfigMaps + "/a")).Code);
    }

    [Fact]
    public async Task Delete_WithAFinalizer_WaitsUntilItIsRemoved()
    {
        await using var cluster = await TestCluster.StartAsync();
        await cluster.PostAsync(ConfigMaps, """{"metadata":{"name":"a","finalizers":["example.com/hold"]}}""");

        var waiting = await cluster.DeleteAsync(ConfigMaps + "/a");
        var still = await cluster.GetAsync(ConfigMaps + "/a");
        await cluster.MergeAsync(ConfigMaps + "/a", """{"metadata":{"finalizers":null}}""");

        Assert.NotNull(waiting.Metadata["deletionTimestamp"]);
        Assert.Equal(200, still.Code);
        Assert.Equal(404, (await cluster.GetAsync(ConfigMaps + "/a")).Code);
    }

    [Fact]
    public async Task Delete_OfARunningPod_TakesUntilItsContainersStopped()
    {
        await using var cluster = await TestCluster.StartAsync();
        await cluster.PostAsync(Pods, Pod("a"));

        var deleted = await cluster.DeleteAsync(Pods + "/a");
        var during = await cluster.GetAsync(Pods + "/a");
        cluster.Time.Advance(TimeSpan.FromSeconds(3));

        Assert.Equal("2026-11-21T09:30:30Z", (string?)deleted.Metadata["deletionTimestamp"]);
        Assert.Equal(30, (int)during.Metadata["deletionGracePeriodSeconds"]!);
        Assert.Equal(404, (await cluster.GetAsync(Pods + "/a")).Code);
    }

    [Fact]
    public async Task Delete_OfAPodWithoutGrace_IsImmediate()
    {
        await using var cluster = await TestCluster.StartAsync();
        await cluster.PostAsync(Pods, Pod("a"));

        await cluster.DeleteAsync(Pods + "/a", """{"gracePeriodSeconds":0}""");

        Assert.Equal(404, (await cluster.GetAsync(Pods + "/a")).Code);
    }

    [Fact]
    public async Task DeleteCollection_WithASelector_LeavesTheRest()
    {
        await using var cluster = await TestCluster.StartAsync();
        await cluster.PostAsync(Pods, Pod("a"));
        await cluster.PostAsync(Pods, Pod("b", app: "db"));

        await cluster.DeleteAsync(Pods + "?labelSelector=app%3Dweb&gracePeriodSeconds=0");

        Assert.Equal(["b"], (await cluster.GetAsync(Pods)).Names);
    }

    [Fact]
    public async Task Eviction_AgainstTheDisruptionBudget_IsRefusedForNow()
    {
        await using var cluster = await TestCluster.StartAsync();
        await cluster.PostAsync(Pods, Pod("a"));
        cluster.Lab.KubernetesStore.Put(JsonNode.Parse("""
            {"apiVersion":"policy/v1","kind":"PodDisruptionBudget","metadata":{"name":"web","namespace":"default"},
             "spec":{"minAvailable":1,"selector":{"matchLabels":{"app":"web"}}},"status":{"disruptionsAllowed":0,"desiredHealthy":1,"currentHealthy":1}}
            """)!.AsObject());
        const string eviction = """{"apiVersion":"policy/v1","kind":"Eviction","metadata":{"name":"a","namespace":"default"},"deleteOptions":{"gracePeriodSeconds":0}}""";

        var refused = await cluster.PostAsync(Pods + "/a/eviction", eviction);
        cluster.Lab.KubernetesStore.Delete("policy/v1", "PodDisruptionBudget", "default", "web");
        var allowed = await cluster.PostAsync(Pods + "/a/eviction", eviction);

        Assert.Equal((429, "TooManyRequests"), (refused.Code, refused.Reason));
        Assert.Equal("The disruption budget web needs 1 healthy pods and has 1 currently", (string?)refused.Json["details"]!["causes"]![0]!["message"]);
        Assert.Equal(201, allowed.Code);
        Assert.Equal(404, (await cluster.GetAsync(Pods + "/a")).Code);
    }
}
