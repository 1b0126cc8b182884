using System.Text.Json.Nodes;
using static HomelabPortal.Tests.Simulator.Kubernetes.Manifests;

namespace HomelabPortal.Tests.Simulator.Kubernetes;

public class ApplyTests
{
    [Fact]
    public async Task Apply_OfANewObject_CreatesAndOwnsIt()
    {
        await using var cluster = await TestCluster.StartAsync();

        var answer = await cluster.ApplyAsync(ConfigMaps + "/a", "me", ConfigMap("a"));

        var entry = answer.Metadata["managedFields"]!.AsArray().Single()!;
        Assert.Equal(201, answer.Code);
        Assert.Equal(("me", "Apply"), ((string?)entry["manager"], (string?)entry["operation"]));
        Assert.Equal("""{"f:data":{"f:key":{}}}""", entry["fieldsV1"]!.ToJsonString());
    }

    [Fact]
    public async Task Apply_OfTheSameAgain_KeepsTheVersion()
    {
        await using var cluster = await TestCluster.StartAsync();
        var first = await cluster.ApplyAsync(Services + "/web", "me", Service("web", ("http", 80)));
        cluster.Time.Advance(TimeSpan.FromMinutes(1));

        var second = await cluster.ApplyAsync(Services + "/web", "me", Service("web", ("http", 80)));

        Assert.Equal((200, first.Version), (second.Code, second.Version));
    }

    [Fact]
    public async Task Apply_OverAnothersField_IsAConflictThatNamesBoth()
    {
        await using var cluster = await TestCluster.StartAsync();
        await cluster.PostAsync(Deployments + "?fieldManager=kubectl", Deployment("web", replicas: 2));

        var answer = await cluster.ApplyAsync(Deployments + "/web", "me", """{"apiVersion":"apps/v1","kind":"Deployment","metadata":{"name":"web"},"spec":{"replicas":3}}""");

        var cause = answer.Json["details"]!["causes"]!.AsArray().Single()!;
        Assert.Equal((409, "Conflict"), (answer.Code, answer.Reason));
        Assert.Equal("FieldManagerConflict", (string?)cause["reason"]);
        Assert.Equal(".spec.replicas", (string?)cause["field"]);
        Assert.Equal("conflict with \"kubectl\" using apps/v1 at 2026-11-21T09:30:00Z", (string?)cause["message"]);
        Assert.Equal("Apply failed with 1 conflict: conflict with \"kubectl\" using apps/v1 at 2026-11-21T09:30:00Z: .spec.replicas", answer.Message);
    }

    [Fact]
    public async Task Apply_WithForce_TakesTheFieldOver()
    {
        await using var cluster = await TestCluster.StartAsync();
        await cluster.ApplyAsync(ConfigMaps + "/a", "other", ConfigMap("a", "1"));

        var forced = await cluster.ApplyAsync(ConfigMaps + "/a", "me", ConfigMap("a", "2"), "&force=true");
        var other = await cluster.ApplyAsync(ConfigMaps + "/a", "other", ConfigMap("a", "1"));

        Assert.Equal(("2", 200), ((string?)forced.Json["data"]!["key"], forced.Code));
        Assert.DoesNotContain(forced.Metadata["managedFields"]!.AsArray(), entry => (string?)entry!["manager"] == "other");
        Assert.Equal("conflict with \"me\"", (string?)other.Json["details"]!["causes"]![0]!["message"]);
    }

    [Fact]
    public async Task Apply_OfTheSameValue_IsOwnedTogetherAndOutlivesOne()
    {
        await using var cluster = await TestCluster.StartAsync();
        await cluster.ApplyAsync(ConfigMaps + "/a", "one", ConfigMap("a"));
        var both = await cluster.ApplyAsync(ConfigMaps + "/a", "two", ConfigMap("a"));

        var oneLess = await cluster.ApplyAsync(ConfigMaps + "/a", "one", """{"apiVersion":"v1","kind":"ConfigMap","metadata":{"name":"a"}}""");
        var nobody = await cluster.ApplyAsync(ConfigMaps + "/a", "two", """{"apiVersion":"v1","kind":"ConfigMap","metadata":{"name":"a"}}""");

        Assert.Equal(2, both.Metadata["managedFields"]!.AsArray().Count);
        Assert.Equal("1", (string?)oneLess.Json["data"]!["key"]);
        Assert.Null(nobody.Json["data"]);
    }

    [Fact]
    public async Task Apply_WithoutAFieldAppliedBefore_RemovesOnlyThat()
    {
        await using var cluster = await TestCluster.StartAsync();
        await cluster.ApplyAsync(ConfigMaps + "/a", "me", """{"apiVersion":"v1","kind":"ConfigMap","metadata":{"name":"a","labels":{"l":"1"}},"data":{"x":"1","y":"2"}}""");
        await cluster.MergeAsync(ConfigMaps + "/a", """{"data":{"z":"3"}}""");

        var answer = await cluster.ApplyAsync(ConfigMaps + "/a", "me", """{"apiVersion":"v1","kind":"ConfigMap","metadata":{"name":"a"},"data":{"x":"1"}}""");

        Assert.Equal("""{"x":"1","z":"3"}""", answer.Json["data"]!.ToJsonString());
        Assert.Null(answer.Metadata["labels"]);
    }

    [Fact]
    public async Task Apply_OfServicePorts_MergesByPortAndProtocol()
    {
        await using var cluster = await TestCluster.StartAsync();
        await cluster.ApplyAsync(Services + "/web", "one", Service("web", ("http", 80)));

        var added = await cluster.ApplyAsync(Services + "/web", "two", Service("web", ("metrics", 9090)));
        var removed = await cluster.ApplyAsync(Services + "/web", "two", """{"apiVersion":"v1","kind":"Service","metadata":{"name":"web"}}""");

        Assert.Equal([80, 9090], added.Json["spec"]!["ports"]!.AsArray().Select(port => (int)port!["port"]!));
        Assert.Equal([80], removed.Json["spec"]!["ports"]!.AsArray().Select(port => (int)port!["port"]!));
        Assert.Contains("k:{\\\"port\\\":80,\\\"protocol\\\":\\\"TCP\\\"}", added.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Apply_OfOneContainersImage_ConflictsAtTheContainer()
    {
        await using var cluster = await TestCluster.StartAsync();
        await cluster.PostAsync(Deployments, Deployment("web"));

        var answer = await cluster.ApplyAsync(Deployments + "/web", "me",
            """{"apiVersion":"apps/v1","kind":"Deployment","metadata":{"name":"web"},"spec":{"template":{"spec":{"containers":[{"name":"main","image":"busybox:9"}]}}}}""");

        Assert.Equal(".spec.template.spec.containers[name=\"main\"].image", (string?)answer.Json["details"]!["causes"]![0]!["field"]);
    }

    [Fact]
    public async Task Apply_OfACustomResourcesList_TreatsItAsOne()
    {
        await using var cluster = await TestCluster.StartAsync();
        await cluster.ApplyAsync(Routes + "/r", "argocd-controller", Route("r", "a.cowlab.org"));

        var conflict = await cluster.ApplyAsync(Routes + "/r", "me", Route("r", "b.cowlab.org"));
        var same = await cluster.ApplyAsync(Routes + "/r", "me", Route("r", "a.cowlab.org"));

        Assert.Equal(".spec.routes", (string?)conflict.Json["details"]!["causes"]!.AsArray().Single()!["field"]);
        Assert.Equal(200, same.Code);
    }

    [Fact]
    public async Task Update_OfAnAppliedField_TakesItFromItsOwner()
    {
        await using var cluster = await TestCluster.StartAsync();
        await cluster.ApplyAsync(ConfigMaps + "/a", "me", ConfigMap("a", "1"));

        var patched = await cluster.SendAsync(HttpMethod.Patch, ConfigMaps + "/a?fieldManager=editor", """{"data":{"key":"2"}}""", "application/merge-patch+json");
        var conflict = await cluster.ApplyAsync(ConfigMaps + "/a", "me", ConfigMap("a", "1"));

        Assert.Equal("editor", (string?)patched.Metadata["managedFields"]!.AsArray().Single()!["manager"]);
        Assert.Equal(409, conflict.Code);
    }

    [Fact]
    public async Task Apply_AsADryRun_ShowsTheResultAndChangesNothing()
    {
        await using var cluster = await TestCluster.StartAsync();
        var first = await cluster.ApplyAsync(ConfigMaps + "/a", "me", ConfigMap("a", "1"));

        var dry = await cluster.ApplyAsync(ConfigMaps + "/a", "me", ConfigMap("a", "2"), "&dryRun=All");
        var after = await cluster.GetAsync(ConfigMaps + "/a");

        Assert.Equal("2", (string?)dry.Json["data"]!["key"]);
        Assert.Equal(("1", first.Version), ((string?)after.Json["data"]!["key"], after.Version));
    }

    [Theory]
    [InlineData("?force=true", """{"apiVersion":"v1","kind":"ConfigMap","metadata":{"name":"a"}}""", 422)]
    [InlineData("?fieldManager=me", """{"apiVersion":"v1","kind":"ConfigMap","metadata":{"name":"a","managedFields":[]}}""", 400)]
    [InlineData("?fieldManager=me", """{"apiVersion":"v2","kind":"ConfigMap","metadata":{"name":"a"}}""", 400)]
    [InlineData("?fieldManager=me", """{"kind":"ConfigMap","metadata":{"name":"a"}}""", 400)]
    [InlineData("?fieldManager=me", """{"apiVersion":"v1","kind":"ConfigMap","metadata":{"name":"b"}}""", 400)]
    [InlineData("?fieldManager=me&dryRun=Some", """{"apiVersion":"v1","kind":"ConfigMap","metadata":{"name":"a"}}""", 422)]
    public async Task Apply_ThatIsNotWellFormed_IsRefused(string query, string body, int code)
    {
        await using var cluster = await TestCluster.StartAsync();

        var answer = await cluster.SendAsync(HttpMethod.Patch, ConfigMaps + "/a" + query, body, "application/apply-patch+yaml");

        Assert.Equal(code, answer.Code);
    }

    [Fact]
    public async Task Apply_WithAnOldResourceVersion_IsAConflict()
    {
        await using var cluster = await TestCluster.StartAsync();
        var first = await cluster.ApplyAsync(ConfigMaps + "/a", "me", ConfigMap("a", "1"));
        await cluster.ApplyAsync(ConfigMaps + "/a", "me", ConfigMap("a", "2"));
        var guarded = JsonNode.Parse(ConfigMap("a", "3"))!;
        guarded["metadata"]!["resourceVersion"] = first.Version;

        var answer = await cluster.ApplyAsync(ConfigMaps + "/a", "me", guarded.ToJsonString());

        Assert.Equal(409, answer.Code);
    }
}
