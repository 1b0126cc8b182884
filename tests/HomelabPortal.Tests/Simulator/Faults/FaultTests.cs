using System.Text.Json;
using System.Text.Json.Nodes;
using HomelabPortal.Simulator;
using HomelabPortal.Simulator.Faults;
using HomelabPortal.Tests.Simulator.Kubernetes;
using static HomelabPortal.Tests.Simulator.Kubernetes.Manifests;

namespace HomelabPortal.Tests.Simulator.Faults;

public class FaultTests
{
    private static readonly FaultMatch Watches = new() { System = SimulatedSystem.Kubernetes, Verb = "watch" };

    [Fact]
    public async Task Status_StrikesAsOftenAsAsked()
    {
        await using var cluster = await TestCluster.StartAsync();
        var fault = cluster.Lab.Faults.Add(new FaultMatch { Verb = "list", PathContains = "/pods" }, new FaultEffect.Status(429, TimeSpan.FromSeconds(7)), times: 1);

        var other = await cluster.GetAsync(ConfigMaps);
        var struck = await cluster.GetAsync(Pods);
        var after = await cluster.GetAsync(Pods);

        Assert.Equal([200, 429, 200], [other.Code, struck.Code, after.Code]);
        Assert.Equal(("TooManyRequests", TimeSpan.FromSeconds(7)), (struck.Reason, struck.RetryAfter));
        Assert.Equal(1, fault.Hits);
    }

    [Fact]
    public async Task Status_OnAWrite_LeavesItUndone()
    {
        await using var cluster = await TestCluster.StartAsync();
        cluster.Lab.Faults.Add(new FaultMatch { Verb = "POST" }, new FaultEffect.Status(503), times: 1);

        Assert.Equal(503, (await cluster.PostAsync(ConfigMaps, ConfigMap("a"))).Code);

        Assert.Null(cluster.Lab.KubernetesStore.Get("v1", "ConfigMap", "default", "a"));
    }

    [Fact]
    public async Task Latency_HoldsTheAnswerBack()
    {
        await using var cluster = await TestCluster.StartAsync();
        cluster.Lab.Faults.Add(new FaultMatch { PathContains = "/pods" }, new FaultEffect.Latency(TimeSpan.FromMinutes(1)));

        var pending = cluster.GetAsync(Pods);
        while (cluster.Time.WaitingTimers == 0) await Task.Yield();
        Assert.False(pending.IsCompleted);
        cluster.Time.Advance(TimeSpan.FromMinutes(1));

        Assert.Equal(200, (await pending).Code);
    }

    [Fact]
    public async Task LostResponse_AppliesTheWriteAndCutsTheConnection()
    {
        await using var cluster = await TestCluster.StartAsync();
        cluster.Lab.Faults.Add(new FaultMatch { Verb = "apply" }, new FaultEffect.LostResponse(), times: 1);

        await Assert.ThrowsAnyAsync<HttpRequestException>(() => cluster.ApplyAsync(ConfigMaps + "/a", "me", ConfigMap("a")));

        Assert.NotNull(cluster.Lab.KubernetesStore.Get("v1", "ConfigMap", "default", "a"));
        Assert.Equal(0, cluster.Lab.Faults.Log.Writes.Single().StatusCode);
    }

    [Fact]
    public async Task DropWatch_CutsAnOpenWatch()
    {
        await using var cluster = await TestCluster.StartAsync();
        await using var watch = await cluster.WatchAsync(Pods + "?watch=1");

        Assert.Equal(1, cluster.Lab.Faults.StrikeOpen(Watches, new FaultEffect.DropWatch()));

        await Assert.ThrowsAnyAsync<IOException>(watch.NextAsync);
    }

    [Fact]
    public async Task SilentWatch_SendsNothingMoreAndStaysOpen()
    {
        await using var cluster = await TestCluster.StartAsync();
        await using var watch = await cluster.WatchAsync(ConfigMaps + "?watch=1&timeoutSeconds=30&allowWatchBookmarks=true");
        cluster.Lab.Faults.StrikeOpen(Watches, new FaultEffect.SilentWatch());
        await cluster.PostAsync(ConfigMaps, ConfigMap("a"));
        cluster.Time.Advance(TimeSpan.FromMinutes(5));

        var next = watch.NextAsync();

        // Another watch gets its event, so the silent one has had its chance.
        await using var lively = await cluster.WatchAsync(ConfigMaps + "?watch=1");
        Assert.Equal("ADDED a", $"{await lively.NextAsync()}");
        Assert.False(next.IsCompleted);
        Assert.Equal(2, cluster.Lab.Faults.OpenStreams(Watches));
    }

    [Fact]
    public async Task Gone_EndsAWatchWithAnErrorInTheStream()
    {
        await using var cluster = await TestCluster.StartAsync();
        cluster.Lab.Faults.Add(Watches, new FaultEffect.Gone(), times: 1);
        await using var watch = await cluster.WatchAsync(Pods + "?watch=1");

        var error = (await watch.NextAsync())!;

        Assert.Equal("ERROR", error.Type);
        Assert.Equal((410, "Expired"), ((int)error.Object["code"]!, (string?)error.Object["reason"]));
        Assert.Null(await watch.NextAsync());
    }

    [Fact]
    public async Task StaleRead_AnswersFromTheStateWhenItWasAdded()
    {
        await using var cluster = await TestCluster.StartAsync();
        await cluster.PostAsync(ConfigMaps, ConfigMap("a", "old"));
        var fault = cluster.Lab.Faults.Add(new FaultMatch { System = SimulatedSystem.Kubernetes, Verb = "GET" }, new FaultEffect.StaleRead());
        await cluster.MergeAsync(ConfigMaps + "/a", """{"data":{"key":"new"}}""");

        var get = await cluster.GetAsync(ConfigMaps + "/a");
        var list = await cluster.GetAsync(ConfigMaps);
        cluster.Lab.Faults.Remove(fault);
        var fresh = await cluster.GetAsync(ConfigMaps + "/a");

        Assert.Equal("old", (string?)get.Json["data"]!["key"]);
        Assert.Equal("old", (string?)list.Json["items"]![0]!["data"]!["key"]);
        Assert.Equal("new", (string?)fresh.Json["data"]!["key"]);
    }

    [Fact]
    public async Task TruncatedBody_EndsInTheMiddleOfTheJson()
    {
        await using var cluster = await TestCluster.StartAsync();
        await cluster.PostAsync(ConfigMaps, ConfigMap("a"));
        cluster.Lab.Faults.Add(new FaultMatch { Verb = "list" }, new FaultEffect.TruncatedBody());

        var answer = await cluster.GetAsync(ConfigMaps);

        Assert.Equal(200, answer.Code);
        Assert.ThrowsAny<JsonException>(() => answer.Json);
    }

    [Fact]
    public async Task MissingItems_LeavesHalfThePage()
    {
        await using var cluster = await TestCluster.StartAsync();
        for (var i = 0; i < 4; i++) await cluster.PostAsync(ConfigMaps, ConfigMap($"c{i}"));
        cluster.Lab.Faults.Add(new FaultMatch { Verb = "list" }, new FaultEffect.MissingItems());

        Assert.Equal(["c0", "c1"], (await cluster.GetAsync(ConfigMaps)).Names);
    }

    [Fact]
    public async Task Log_KnowsWhatWasAskedAndAnswered()
    {
        await using var cluster = await TestCluster.StartAsync(options => options with { RecordAnswers = true });
        await cluster.PostAsync(ConfigMaps + "?dryRun=All", ConfigMap("a"));
        await cluster.GetAsync(Pods + "?limit=5");

        var log = cluster.Lab.Faults.Log;

        var write = log.Writes.Single();
        Assert.Equal(("create", 201, ConfigMaps + "?dryRun=All"), (write.Verb, write.StatusCode, write.PathAndQuery));
        Assert.Equal("a", (string?)JsonNode.Parse(write.BodyText)!["metadata"]!["name"]);
        Assert.Equal("ConfigMap", (string?)JsonNode.Parse(write.AnswerText)!["kind"]);
        Assert.Equal(["create", "list"], log.Requests.Select(request => request.Verb));
    }

    [Fact]
    public async Task Faults_StrikeTheSystemTheyName()
    {
        await using var lab = await SimulatedLab.StartAsync(new SimulatedLabOptions { Lives = false }, CancellationToken.None);
        lab.Faults.Add(new FaultMatch { System = SimulatedSystem.Docker }, new FaultEffect.Status(500));
        using var client = new HttpClient();

        using var docker = await client.GetAsync(new Uri(lab.DockerHosts[0].Address, "_ping"));
        using var cloudflare = await client.GetAsync(new Uri(lab.Cloudflare.BaseAddress, "zones"));

        Assert.Equal(500, (int)docker.StatusCode);
        Assert.NotEqual(500, (int)cloudflare.StatusCode);
        Assert.Equal([SimulatedSystem.Docker, SimulatedSystem.Cloudflare], lab.Faults.Log.Requests.Select(request => request.System));
    }
}
