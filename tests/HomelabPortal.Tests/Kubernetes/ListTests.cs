using System.IO.Pipelines;
using System.Net;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using HomelabPortal.Kubernetes;

namespace HomelabPortal.Tests.Kubernetes;

public sealed class ListTests
{
    [Fact]
    public async Task List_Pages_AreJoinedAndKeepTheFirstVersion()
    {
        using var api = new ScriptedApi()
            .Answer(Samples.List("10", "next/1=", [Samples.Pod("a", "1"), Samples.Pod("b", "2")]))
            .Answer(Samples.List("10", "", [Samples.Pod("c", "3")]));
        var list = await api.Client().ListAsync(ResourceTypes.Pods, new ListOptions { Namespace = "media", LabelSelector = "app in (a, b)", ResourceVersion = "0", PageSize = 2 });

        Assert.Equal(["a", "b", "c"], list.Items.Select(pod => pod.Metadata.Name));
        Assert.Equal("10", list.ResourceVersion);
        var first = await api.NextRequestAsync();
        var second = await api.NextRequestAsync();
        Assert.Equal(("/api/v1/namespaces/media/pods", "2", "0", null, "app in (a, b)"), (first.Path, first["limit"], first["resourceVersion"], first["continue"], first["labelSelector"]));
        Assert.Equal(("2", null, "next/1=", "app in (a, b)"), (second["limit"], second["resourceVersion"], second["continue"], second["labelSelector"]));
    }

    [Fact]
    public async Task List_TokenExpiresBetweenPages_ListsOnceWithoutPages()
    {
        using var api = new ScriptedApi()
            .Answer(Samples.List("10", "more", [Samples.Pod("a", "1")]))
            .Fail(HttpStatusCode.Gone, "Expired")
            .Answer(Samples.List("20", "", [Samples.Pod("a", "1"), Samples.Pod("b", "15")]));
        var list = await api.Client().ListAsync(ResourceTypes.Pods);

        Assert.Equal(["a", "b"], list.Items.Select(pod => pod.Metadata.Name));
        Assert.Equal("20", list.ResourceVersion);
        await api.NextRequestAsync();
        await api.NextRequestAsync();
        var whole = await api.NextRequestAsync();
        Assert.Equal((null, null), (whole["limit"], whole["continue"]));
    }

    [Fact]
    public async Task List_ExpiredOnTheFirstPage_IsAnError()
    {
        using var api = new ScriptedApi().Fail(HttpStatusCode.Gone, "Expired");
        var error = await Assert.ThrowsAsync<KubernetesApiException>(() => api.Client().ListAsync(ResourceTypes.Pods));
        Assert.Equal(KubernetesErrorKind.Expired, error.Kind);
    }

    [Fact]
    public async Task List_CutAnywhere_ReadsTheSame()
    {
        var bytes = Encoding.UTF8.GetBytes(Samples.List("10", Samples.Pod("a\\u00e9\\\"", "1"), Samples.Pod("größe", "2")));
        for (var cut = 0; cut <= bytes.Length; cut++)
        {
            var items = new List<Pod>();
            await using var stream = new PiecewiseStream([bytes[..cut], bytes[cut..]]);
            var meta = await new ListPageReader<Pod>(ResourceTypes.Pods, items).ReadAsync(stream, CancellationToken.None);
            Assert.Equal("10", meta.ResourceVersion);
            Assert.Equal(["aé\"", "größe"], items.Select(pod => pod.Metadata.Name));
        }
    }

    [Fact]
    public async Task List_TruncatedAnywhere_IsAnErrorNeverAShortList()
    {
        var bytes = Encoding.UTF8.GetBytes(Samples.List("10", Samples.Pod("a", "1"), Samples.Pod("b", "2")));
        for (var length = 0; length < bytes.Length; length++)
        {
            using var api = new ScriptedApi().Answer(new MemoryStream(bytes, 0, length));
            var error = await Assert.ThrowsAsync<KubernetesApiException>(() => api.Client().ListAsync(ResourceTypes.Pods));
            Assert.Equal(KubernetesErrorKind.BadResponse, error.Kind);
        }
    }

    [Fact]
    public async Task List_ObjectsLargerThanTheBuffer_AreRead()
    {
        var large = Samples.Pod("a", "1").Replace("\"nginx\"", $"\"{new string('x', 700_000)}\"", StringComparison.Ordinal);
        using var api = new ScriptedApi().Answer(Samples.List("10", large, Samples.Pod("b", "2"), large));
        var list = await api.Client().ListAsync(ResourceTypes.Pods);
        Assert.Equal([700_000, 5, 700_000], list.Items.Select(pod => pod.Spec.Containers[0].Image.Length));
    }

    [Theory]
    [InlineData("""{"kind":"PodList","items":null,"metadata":{"resourceVersion":"10"}}""")]
    [InlineData("""{"metadata":{"resourceVersion":"10","remainingItemCount":3,"x":[{"y":[]}]},"items":[],"extra":{"items":[1]}}""")]
    [InlineData("""{"items":[],"metadata":{"resourceVersion":"10"}}""")]
    public async Task List_EmptyInAnyForm_IsEmpty(string json)
    {
        using var api = new ScriptedApi().Answer(json);
        var list = await api.Client().ListAsync(ResourceTypes.Pods);
        Assert.Empty(list.Items);
        Assert.Equal("10", list.ResourceVersion);
    }

    [Fact]
    public async Task List_BodyThatStops_TimesOut()
    {
        var time = new TimerLog();
        var pipe = new Pipe();
        using var api = new ScriptedApi().Answer(pipe.Reader.AsStream());
        var list = api.Client(time).ListAsync(ResourceTypes.Pods);
        await pipe.Writer.WriteAsync("{\"items\":["u8.ToArray());
        await time.PassAsync(60);

        var error = await Assert.ThrowsAsync<KubernetesApiException>(() => list);
        Assert.Equal(KubernetesErrorKind.Timeout, error.Kind);
    }

    [Fact]
    public async Task List_Cancelled_IsACancellationNotAnError()
    {
        using var api = new ScriptedApi();
        using var stop = new CancellationTokenSource();
        var list = api.Client().ListAsync(ResourceTypes.Pods, null, stop.Token);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => list);
    }

    [Fact]
    public void List_AnyBytes_IsAListOrABadResponse() =>
        Prop.ForAll<byte[]>(bytes =>
        {
            using var api = new ScriptedApi().Answer(new MemoryStream(bytes));
            var error = Assert.ThrowsAsync<KubernetesApiException>(() => api.Client().ListAsync(ResourceTypes.Pods)).GetAwaiter().GetResult();
            return error.Kind == KubernetesErrorKind.BadResponse;
        }).QuickCheckThrowOnFailure();
}
