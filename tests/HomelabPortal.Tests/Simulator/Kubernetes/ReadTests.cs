using System.Text.Json.Nodes;
using static HomelabPortal.Tests.Simulator.Kubernetes.Manifests;

namespace HomelabPortal.Tests.Simulator.Kubernetes;

public class ReadTests
{
    [Fact]
    public async Task List_Paged_GivesEveryItemOnceAtOneVersion()
    {
        await using var cluster = await TestCluster.StartAsync();
        for (var i = 0; i < 5; i++) await cluster.PostAsync(ConfigMaps, ConfigMap($"c{i}"));

        var first = await cluster.GetAsync(ConfigMaps + "?limit=2");
        await cluster.PostAsync(ConfigMaps, ConfigMap("c25"));
        await cluster.DeleteAsync(ConfigMaps + "/c3");
        var second = await cluster.GetAsync($"{ConfigMaps}?limit=2&continue={first.Metadata["continue"]}");
        var third = await cluster.GetAsync($"{ConfigMaps}?limit=2&continue={second.Metadata["continue"]}");

        Assert.Equal(["c0", "c1", "c2", "c3", "c4"], [.. first.Names, .. second.Names, .. third.Names]);
        Assert.Equal(first.Version, third.Version);
        Assert.Equal(3, (int)first.Metadata["remainingItemCount"]!);
        Assert.Null(third.Metadata["continue"]);
    }

    [Fact]
    public async Task List_WithOldContinueToken_IsExpiredAndOffersAnInconsistentOne()
    {
        await using var cluster = await TestCluster.StartAsync();
        for (var i = 0; i < 3; i++) await cluster.PostAsync(ConfigMaps, ConfigMap($"c{i}"));
        var first = await cluster.GetAsync(ConfigMaps + "?limit=1");
        await cluster.PostAsync(ConfigMaps, ConfigMap("c9"));

        cluster.Time.Advance(TimeSpan.FromMinutes(6));
        var expired = await cluster.GetAsync($"{ConfigMaps}?limit=1&continue={first.Metadata["continue"]}");
        var rest = await cluster.GetAsync($"{ConfigMaps}?continue={expired.Metadata["continue"]}");

        Assert.Equal((410, "Expired"), (expired.Code, expired.Reason));
        Assert.Equal(["c1", "c2", "c9"], rest.Names);
    }

    [Fact]
    public async Task List_AtVersionZero_IgnoresTheLimit()
    {
        await using var cluster = await TestCluster.StartAsync();
        for (var i = 0; i < 3; i++) await cluster.PostAsync(ConfigMaps, ConfigMap($"c{i}"));

        var list = await cluster.GetAsync(ConfigMaps + "?limit=1&resourceVersion=0");

        Assert.Equal(3, list.Names.Count());
    }

    [Fact]
    public async Task List_AtAnExactVersion_ShowsThatState()
    {
        await using var cluster = await TestCluster.StartAsync();
        var created = await cluster.PostAsync(ConfigMaps, ConfigMap("old"));
        await cluster.PostAsync(ConfigMaps, ConfigMap("new"));

        var list = await cluster.GetAsync($"{ConfigMaps}?resourceVersion={created.Version}&resourceVersionMatch=Exact");

        Assert.Equal(["old"], list.Names);
    }

    [Theory]
    [InlineData("resourceVersion=999999", 504, "Timeout")]
    [InlineData("resourceVersionMatch=Exact", 422, "Invalid")]
    [InlineData("resourceVersion=0&resourceVersionMatch=Exact", 422, "Invalid")]
    [InlineData("sendInitialEvents=true&watch=1", 422, "Invalid")]
    [InlineData("continue=nonsense", 400, "BadRequest")]
    [InlineData("limit=x", 400, "BadRequest")]
    [InlineData("labelSelector=a%3D%3D%3Db", 400, "BadRequest")]
    [InlineData("fieldSelector=spec.unknown%3Dx", 400, "BadRequest")]
    public async Task List_WithABadQuery_IsRefused(string query, int code, string reason)
    {
        await using var cluster = await TestCluster.StartAsync();

        var answer = await cluster.GetAsync("/api/v1/pods?" + query);

        Assert.Equal((code, reason), (answer.Code, answer.Reason));
    }

    [Theory]
    [InlineData("labelSelector=app%3Dweb", "a,b")]
    [InlineData("labelSelector=app!%3Dweb", "c")]
    [InlineData("labelSelector=app+in+(db,cache)", "c")]
    [InlineData("labelSelector=app+notin+(db),app", "a,b")]
    [InlineData("labelSelector=!app", "")]
    [InlineData("fieldSelector=spec.nodeName%3Dnode2", "b")]
    [InlineData("fieldSelector=metadata.name%3Da", "a")]
    [InlineData("fieldSelector=spec.nodeName!%3Dnode2,status.phase%3DPending", "a,c")]
    public async Task List_WithASelector_GivesWhatItChooses(string query, string names)
    {
        await using var cluster = await TestCluster.StartAsync();
        await cluster.PostAsync(Pods, Pod("a"));
        await cluster.PostAsync(Pods, Pod("b", node: "node2"));
        await cluster.PostAsync(Pods, Pod("c", app: "db"));

        var list = await cluster.GetAsync("/api/v1/pods?" + query);

        Assert.Equal(names, string.Join(",", list.Names));
    }

    [Fact]
    public async Task List_OfBuiltInsAndCustomResources_NamesTheKindOnlyInTheLatter()
    {
        await using var cluster = await TestCluster.StartAsync();
        await cluster.PostAsync(ConfigMaps, ConfigMap("c"));
        await cluster.PostAsync(Routes, Route("r", "r.cowlab.org"));

        var maps = await cluster.GetAsync(ConfigMaps);
        var routes = await cluster.GetAsync(Routes);

        Assert.Equal("ConfigMapList", (string?)maps.Json["kind"]);
        Assert.Null(maps.Json["items"]![0]!["kind"]);
        Assert.Equal("IngressRoute", (string?)routes.Json["items"]![0]!["kind"]);
    }

    [Fact]
    public async Task Request_WithoutToken_IsUnauthorized()
    {
        await using var cluster = await TestCluster.StartAsync();
        using var stranger = cluster.ClientWith("wrong");

        using var response = await stranger.GetAsync("api/v1/pods");

        Assert.Equal(401, (int)response.StatusCode);
        Assert.Equal("Unauthorized", (string?)JsonNode.Parse(await response.Content.ReadAsStringAsync())!["reason"]);
    }

    [Fact]
    public async Task Write_WithTheReadOnlyToken_IsForbiddenByName()
    {
        await using var cluster = await TestCluster.StartAsync();
        using var viewer = cluster.ClientWith(cluster.Lab.Kubernetes.ReadOnlyToken);

        using var read = await viewer.GetAsync("api/v1/pods");
        using var write = await viewer.PostAsync("api/v1/namespaces/default/pods", new StringContent(Pod("a")));
        var status = JsonNode.Parse(await write.Content.ReadAsStringAsync())!;

        Assert.Equal((200, 403), ((int)read.StatusCode, (int)write.StatusCode));
        Assert.Equal("pods is forbidden: User \"simulated-viewer\" cannot create resource \"pods\" in API group \"\" in the namespace \"default\"", (string?)status["message"]);
        Assert.Equal("pods", (string?)status["details"]!["kind"]);
    }

    [Fact]
    public async Task Discovery_OfAGroup_ListsItsResources()
    {
        await using var cluster = await TestCluster.StartAsync();

        var groups = await cluster.GetAsync("/apis");
        var traefik = await cluster.GetAsync("/apis/traefik.io/v1alpha1");
        var core = await cluster.GetAsync("/api/v1");
        var missing = await cluster.GetAsync("/apis/nothing.example/v1");

        Assert.Contains("apps", groups.Json["groups"]!.AsArray().Select(group => (string?)group!["name"]));
        Assert.Contains("ingressroutes", traefik.Json["resources"]!.AsArray().Select(resource => (string?)resource!["name"]));
        Assert.Contains("pods/eviction", core.Json["resources"]!.AsArray().Select(resource => (string?)resource!["name"]));
        Assert.Equal((404, "404 page not found\n"), (missing.Code, missing.Text));
    }

    [Fact]
    public async Task Metrics_CanBeListedButNotWatched()
    {
        await using var cluster = await TestCluster.StartAsync(options => options with { Content = HomelabPortal.Simulator.LabContent.Fleet(2, 6) });

        var list = await cluster.GetAsync("/apis/metrics.k8s.io/v1beta1/pods");
        var watch = await cluster.GetAsync("/apis/metrics.k8s.io/v1beta1/pods?watch=1");

        Assert.Equal(6, list.Names.Count());
        Assert.Equal(405, watch.Code);
    }
}
