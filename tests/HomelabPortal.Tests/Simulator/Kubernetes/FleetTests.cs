using System.Text.Json.Nodes;
using HomelabPortal.Simulator;
using HomelabPortal.Simulator.Kubernetes.Fleet;

namespace HomelabPortal.Tests.Simulator.Kubernetes;

public class FleetTests
{
    [Fact]
    public void Fleet_OfTheSameSize_IsTheSame()
    {
        var now = new ManualTimeProvider().GetUtcNow();

        var (one, two) = (Texts(7, 40, now), Texts(7, 40, now));

        Assert.Equal(one, two);
        Assert.Equal(40, one.Count(text => text.Contains("\"kind\":\"Pod\",\"metadata\"", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Churn_ChangesPodsAtItsRate()
    {
        await using var cluster = await TestCluster.StartAsync(options => options with { Content = LabContent.Fleet(2, 10) });
        await using var watch = await cluster.WatchAsync($"/api/v1/pods?watch=1&resourceVersion={cluster.Lab.KubernetesStore.ResourceVersion}");
        var timers = cluster.Time.WaitingTimers;
        await cluster.SendAsync(HttpMethod.Post, "/simulator/churn?rate=20");
        while (cluster.Time.WaitingTimers == timers) await Task.Yield();

        cluster.Time.Advance(TimeSpan.FromSeconds(1));
        var changed = (await watch.NextAsync())!;

        Assert.Equal("MODIFIED", changed.Type);
        Assert.Equal(
            cluster.Time.GetUtcNow().ToUnixTimeMilliseconds().ToString()[..6],
            ((string?)changed.Object["metadata"]!["annotations"]!["perf/ts"])![..6]);
        var state = await cluster.SendAsync(HttpMethod.Post, "/simulator/churn?rate=0");
        Assert.Equal(0, (int)state.Json["rate"]!);
    }

    [Theory]
    [InlineData("rate=x")]
    [InlineData("rate=-1")]
    [InlineData("rate=5&hot=0")]
    public async Task Churn_WithABadNumber_IsRefused(string query)
    {
        await using var cluster = await TestCluster.StartAsync();

        Assert.Equal(400, (await cluster.SendAsync(HttpMethod.Post, "/simulator/churn?" + query)).Code);
    }

    private static List<string> Texts(int nodes, int pods, DateTimeOffset now) =>
        [.. FleetObjects.All(nodes, pods, now).Select(item => new JsonObject(Ordered(item)).ToJsonString())];

    private static IEnumerable<KeyValuePair<string, JsonNode?>> Ordered(JsonObject item) =>
        item.OrderBy(member => member.Key, StringComparer.Ordinal).Select(member => KeyValuePair.Create(member.Key, member.Value?.DeepClone()));
}
