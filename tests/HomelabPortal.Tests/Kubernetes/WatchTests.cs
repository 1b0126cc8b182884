using System.Text;
using HomelabPortal.Kubernetes;

namespace HomelabPortal.Tests.Kubernetes;

public sealed class WatchTests
{
    private static readonly WatchOptions _from10 = new() { ResourceVersion = "10", Timeout = TimeSpan.FromSeconds(300) };

    [Fact]
    public async Task Watch_LineCutAnywhere_IsRead()
    {
        var line = Encoding.UTF8.GetBytes(Samples.Event("MODIFIED", Samples.Pod("größe", "11")) + "\n");
        for (var cut = 1; cut < line.Length; cut++)
        {
            using var api = new ScriptedApi();
            var watch = api.AnswerWatch();
            await using var events = api.Client().WatchAsync(ResourceTypes.Pods, _from10).GetAsyncEnumerator();
            var next = events.MoveNextAsync();
            await watch.SendBytesAsync(line.AsMemory(0, cut));
            await watch.SendBytesAsync(line.AsMemory(cut));
            Assert.True(await next);
            Assert.Equal((WatchEventType.Modified, "größe", "11"), (events.Current.Type, events.Current.Object?.Metadata.Name, events.Current.ResourceVersion));
        }
    }

    [Fact]
    public async Task Watch_LastLineCutShort_IsNotAnEvent()
    {
        using var api = new ScriptedApi();
        var watch = api.AnswerWatch();
        var line = Encoding.UTF8.GetBytes(Samples.Event("ADDED", Samples.Pod("a", "11")));
        await watch.SendBytesAsync(line);
        watch.End();
        Assert.Empty(await ReadAllAsync(api));
    }

    [Fact]
    public async Task Watch_FieldsInAnyOrderAndEmptyLines_AreRead()
    {
        using var api = new ScriptedApi();
        var watch = api.AnswerWatch();
        await watch.SendAsync("", $$"""{ "object" : {{Samples.Pod("a", "11")}}, "extra": [1], "type":"ADDED" }""", Samples.Event("ADDED", Samples.Pod("b", "12")));
        watch.End();
        Assert.Equal(["a", "b"], (await ReadAllAsync(api)).Select(change => change.Object!.Metadata.Name));
    }

    [Fact]
    public async Task Watch_Bookmark_HasAVersionAndNoObject()
    {
        using var api = new ScriptedApi();
        var watch = api.AnswerWatch();
        await watch.SendAsync(Samples.Bookmark("77"));
        watch.End();
        var change = Assert.Single(await ReadAllAsync(api));
        Assert.Equal((WatchEventType.Bookmark, null, "77"), (change.Type, change.Object, change.ResourceVersion));
    }

    [Theory]
    [InlineData(410, "Expired", KubernetesErrorKind.Expired)]
    [InlineData(410, "Gone", KubernetesErrorKind.Expired)]
    [InlineData(500, "InternalError", KubernetesErrorKind.Unavailable)]
    [InlineData(403, "Forbidden", KubernetesErrorKind.Forbidden)]
    public async Task Watch_ErrorLine_IsThrownWithItsKind(int code, string reason, KubernetesErrorKind kind)
    {
        using var api = new ScriptedApi();
        var watch = api.AnswerWatch();
        await watch.SendAsync(Samples.Event("ADDED", Samples.Pod("a", "11")), Samples.Event("ERROR", Samples.Status(code, reason)));
        var seen = new List<string>();
        var error = await Assert.ThrowsAsync<KubernetesApiException>(async () =>
        {
            await foreach (var change in api.Client().WatchAsync(ResourceTypes.Pods, _from10))
                seen.Add(change.ResourceVersion);
        });
        Assert.Equal((kind, code), (error.Kind, error.StatusCode));
        Assert.Equal(["11"], seen);
    }

    [Theory]
    [InlineData("not json")]
    [InlineData("""{"type":"ADDED"}""")]
    [InlineData("""{"type":"RENAMED","object":{}}""")]
    [InlineData("""{"type":"ADDED","object":{"metadata":"x"}}""")]
    [InlineData("""{"type":"ADDED","object":{}}}""")]
    public async Task Watch_NonsenseLine_IsABadResponse(string line)
    {
        using var api = new ScriptedApi();
        var watch = api.AnswerWatch();
        await watch.SendAsync(line);
        var error = await Assert.ThrowsAsync<KubernetesApiException>(() => ReadAllAsync(api));
        Assert.Equal(KubernetesErrorKind.BadResponse, error.Kind);
    }

    [Fact]
    public async Task Watch_LineBeyondFourMegabytes_IsABadResponse()
    {
        using var api = new ScriptedApi();
        var watch = api.AnswerWatch();
        await watch.SendBytesAsync(Enumerable.Repeat((byte)'x', 5 * 1024 * 1024).ToArray());
        var error = await Assert.ThrowsAsync<KubernetesApiException>(() => ReadAllAsync(api));
        Assert.Equal(KubernetesErrorKind.BadResponse, error.Kind);
    }

    [Fact]
    public async Task Watch_LargeLine_IsRead()
    {
        using var api = new ScriptedApi();
        var watch = api.AnswerWatch();
        await watch.SendAsync(Samples.Event("ADDED", Samples.Pod("a", "11").Replace("nginx", new string('x', 3_000_000), StringComparison.Ordinal)));
        watch.End();
        Assert.Equal(3_000_000, Assert.Single(await ReadAllAsync(api)).Object!.Spec.Containers[0].Image.Length);
    }

    [Fact]
    public async Task Watch_EachByte_StartsThePatienceAnew()
    {
        var time = new TimerLog();
        using var api = new ScriptedApi();
        var watch = api.AnswerWatch();
        await using var events = api.Client(time).WatchAsync(ResourceTypes.Pods, _from10).GetAsyncEnumerator();
        var next = events.MoveNextAsync().AsTask();
        await time.SetAsync(330);
        await time.SetAsync(330);
        time.Advance(TimeSpan.FromSeconds(329));
        await watch.SendBytesAsync("{"u8.ToArray());
        await time.SetAsync(330);
        time.Advance(TimeSpan.FromSeconds(329));
        Assert.False(next.IsCompleted);
        time.Advance(TimeSpan.FromSeconds(1));
        var error = await Assert.ThrowsAsync<KubernetesApiException>(() => next);
        Assert.Equal(KubernetesErrorKind.Timeout, error.Kind);
    }

    [Fact]
    public async Task Watch_Cancelled_IsACancellation()
    {
        using var api = new ScriptedApi();
        api.AnswerWatch();
        using var stop = new CancellationTokenSource();
        await using var events = api.Client().WatchAsync(ResourceTypes.Pods, _from10, stop.Token).GetAsyncEnumerator();
        var next = events.MoveNextAsync();
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await next);
    }

    private static async Task<List<WatchEvent<Pod>>> ReadAllAsync(ScriptedApi api)
    {
        var seen = new List<WatchEvent<Pod>>();
        await foreach (var change in api.Client().WatchAsync(ResourceTypes.Pods, _from10))
            seen.Add(change);
        return seen;
    }
}
