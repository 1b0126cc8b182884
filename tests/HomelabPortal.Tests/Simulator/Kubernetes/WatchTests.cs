using System.Net;
using System.Text.Json.Nodes;
using static HomelabPortal.Tests.Simulator.Kubernetes.Manifests;

namespace HomelabPortal.Tests.Simulator.Kubernetes;

public class WatchTests
{
    [Fact]
    public async Task Watch_FromAVersion_SendsWhatHappenedSince()
    {
        await using var cluster = await TestCluster.StartAsync();
        var list = await cluster.GetAsync(ConfigMaps);
        await cluster.PostAsync(ConfigMaps, ConfigMap("before"));
        await using var watch = await cluster.WatchAsync($"{ConfigMaps}?watch=1&resourceVersion={list.Version}");
        await cluster.MergeAsync(ConfigMaps + "/before", """{"data":{"key":"2"}}""");
        await cluster.DeleteAsync(ConfigMaps + "/before");

        var added = (await watch.NextAsync())!;
        var modified = (await watch.NextAsync())!;
        var deleted = (await watch.NextAsync())!;

        Assert.Equal(["ADDED before", "MODIFIED before", "DELETED before"], [$"{added}", $"{modified}", $"{deleted}"]);
        Assert.Equal("ConfigMap", (string?)added.Object["kind"]);
        Assert.True(long.Parse(deleted.Version) > long.Parse(modified.Version));
        Assert.Equal("2", (string?)deleted.Object["data"]!["key"]);
    }

    [Fact]
    public async Task Watch_WithoutAVersion_BeginsWithWhatIsThere()
    {
        await using var cluster = await TestCluster.StartAsync();
        await cluster.PostAsync(ConfigMaps, ConfigMap("a"));
        await using var watch = await cluster.WatchAsync(ConfigMaps + "?watch=true");
        await cluster.PostAsync(ConfigMaps, ConfigMap("b"));

        Assert.Equal("ADDED a", $"{await watch.NextAsync()}");
        Assert.Equal("ADDED b", $"{await watch.NextAsync()}");
    }

    [Fact]
    public async Task Watch_FromAForgottenVersion_IsExpired()
    {
        await using var cluster = await TestCluster.StartAsync(options => options with { WatchHistory = 2 });
        var list = await cluster.GetAsync(ConfigMaps);
        for (var i = 0; i < 4; i++) await cluster.PostAsync(ConfigMaps, ConfigMap($"c{i}"));

        var answer = await cluster.GetAsync($"{ConfigMaps}?watch=1&resourceVersion={list.Version}");

        Assert.Equal((410, "Expired"), (answer.Code, answer.Reason));
    }

    [Fact]
    public async Task Watch_WithASelector_TellsWhatEntersAndLeavesIt()
    {
        await using var cluster = await TestCluster.StartAsync();
        await cluster.PostAsync(Pods, Pod("a", app: "db"));
        await using var watch = await cluster.WatchAsync($"{Pods}?watch=1&resourceVersion={cluster.Lab.KubernetesStore.ResourceVersion}&labelSelector=app%3Dweb");
        await cluster.MergeAsync(Pods + "/a", """{"metadata":{"labels":{"app":"web"}}}""");
        await cluster.MergeAsync(Pods + "/a", """{"metadata":{"annotations":{"x":"1"}}}""");
        var left = await cluster.MergeAsync(Pods + "/a", """{"metadata":{"labels":{"app":"db"}}}""");

        Assert.Equal("ADDED a", $"{await watch.NextAsync()}");
        Assert.Equal("MODIFIED a", $"{await watch.NextAsync()}");
        var deleted = (await watch.NextAsync())!;
        Assert.Equal("DELETED a", $"{deleted}");
        Assert.Equal("web", (string?)deleted.Object["metadata"]!["labels"]!["app"]);
        Assert.Equal(left.Version, deleted.Version);
    }

    [Fact]
    public async Task Watch_OfANamespace_LeavesOutTheOthers()
    {
        await using var cluster = await TestCluster.StartAsync();
        await using var watch = await cluster.WatchAsync(ConfigMaps + "?watch=1");
        await cluster.PostAsync("/api/v1/namespaces/kube-system/configmaps", ConfigMap("elsewhere"));
        await cluster.PostAsync(ConfigMaps, ConfigMap("here"));

        Assert.Equal("ADDED here", $"{await watch.NextAsync()}");
    }

    [Fact]
    public async Task Watch_WithBookmarks_SaysEveryMinuteHowFarItIs()
    {
        await using var cluster = await TestCluster.StartAsync();
        await using var watch = await cluster.WatchAsync("/api/v1/pods?watch=1&allowWatchBookmarks=true&timeoutSeconds=600");
        await cluster.PostAsync(ConfigMaps, ConfigMap("unrelated"));

        cluster.Time.Advance(TimeSpan.FromSeconds(61));
        var bookmark = (await watch.NextAsync())!;

        Assert.Equal("BOOKMARK", bookmark.Type);
        Assert.Equal(cluster.Lab.KubernetesStore.ResourceVersion.ToString(), bookmark.Version);
        Assert.Equal(["kind", "apiVersion", "metadata"], bookmark.Object.Select(member => member.Key));
    }

    [Fact]
    public async Task Watch_AtItsTimeout_EndsCleanlyAfterALastBookmark()
    {
        await using var cluster = await TestCluster.StartAsync();
        await using var watch = await cluster.WatchAsync("/api/v1/pods?watch=1&allowWatchBookmarks=true&timeoutSeconds=30");

        cluster.Time.Advance(TimeSpan.FromSeconds(30));

        Assert.Equal("BOOKMARK", (await watch.NextAsync())!.Type);
        Assert.Null(await watch.NextAsync());
    }

    [Fact]
    public async Task Watch_OfADefinitionThatIsRemoved_Ends()
    {
        await using var cluster = await TestCluster.StartAsync();
        await using var watch = await cluster.WatchAsync(Routes + "?watch=1");

        await cluster.DeleteAsync("/apis/apiextensions.k8s.io/v1/customresourcedefinitions/ingressroutes.traefik.io");

        Assert.Null(await watch.NextAsync());
        Assert.Equal(404, (await cluster.GetAsync(Routes)).Code);
    }

    [Fact]
    public async Task Watch_OfManyChanges_SendsEachInOrder()
    {
        await using var cluster = await TestCluster.StartAsync();
        await using var watch = await cluster.WatchAsync(ConfigMaps + "?watch=1");
        for (var i = 0; i < 300; i++) cluster.Lab.KubernetesStore.Put(JsonNode.Parse($$$"""{"apiVersion":"v1","kind":"ConfigMap","metadata":{"name":"c","namespace":"default"},"data":{"n":"{{{i}}}"}}""")!.AsObject());

        for (var i = 0; i < 300; i++) Assert.Equal(i.ToString(), (string?)(await watch.NextAsync())!.Object["data"]!["n"]);
    }

    [Fact]
    public async Task Watch_WhenTheLabStops_Ends()
    {
        var cluster = await TestCluster.StartAsync();
        await using var watch = await cluster.WatchAsync(Pods + "?watch=1");
        Assert.Equal(HttpStatusCode.OK, watch.Code);

        await cluster.Lab.DisposeAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(10));

        cluster.Client.Dispose();
    }
}
