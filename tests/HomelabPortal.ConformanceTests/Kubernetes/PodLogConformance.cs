using HomelabPortal.ConformanceTests.Servers;
using HomelabPortal.Kubernetes;
using HomelabPortal.Simulator.Kubernetes.Kubelet;

namespace HomelabPortal.ConformanceTests.Kubernetes;

/// <summary>Reading the log of a container, from the kubelet's file to the client's lines.</summary>
public abstract class PodLogConformance : KubernetesConformance
{
    private static readonly DateTimeOffset _start = new(2026, 11, 21, 17, 0, 0, TimeSpan.Zero);
    private StubNode? _node;

    /// <summary>What the cluster's containers write.</summary>
    private protected abstract KubeletLogs Logs { get; }

    /// <summary>The port of the kubelet behind the API server.</summary>
    private protected abstract int KubeletPort { get; }

    /// <summary>From then on the API server cannot reach the kubelet.</summary>
    private protected abstract Task StopKubeletAsync();

    /// <summary>Cuts every log that is being read.</summary>
    private protected abstract Task CutAsync();

    [ConformanceFact]
    public async Task Log_IsReadWithTimesToTheNanosecond()
    {
        var log = await StartAsync("web");
        log.Write(1795280400_123456789, "first");
        log.Write(_start.AddSeconds(2), "", "  indented \t and ünïcödé 🚀");
        var lines = await ReadAsync("web", new PodLogOptions());
        Assert.Equal(["first", "", "  indented \t and ünïcödé 🚀"], lines.Select(line => line.Text));
        Assert.Equal("2026-11-21T17:00:00.123456789Z", lines[0].Time?.ToString());
        Assert.All(lines, line => Assert.True(line is { IsWhole: true, IsCut: false }));
    }

    [ConformanceFact]
    public async Task TailLines_GivesTheLastOnes()
    {
        var log = await StartAsync("web");
        foreach (var number in Enumerable.Range(1, 9))
            log.Write(_start.AddSeconds(number), $"line {number}");
        Assert.Equal(["line 8", "line 9"], Texts(await ReadAsync("web", new PodLogOptions { TailLines = 2 })));
        Assert.Empty(await ReadAsync("web", new PodLogOptions { TailLines = 0 }));
        Assert.Equal(9, (await ReadAsync("web", new PodLogOptions { TailLines = 100 })).Count);
    }

    [ConformanceFact]
    public async Task SinceTime_IsTakenInWholeSeconds()
    {
        var log = await StartAsync("web");
        log.Write(_start.AddMilliseconds(1_999), "before");
        log.Write(_start.AddMilliseconds(2_000), "in the same second");
        log.Write(_start.AddMilliseconds(2_900), "after");
        Assert.Equal(["in the same second", "after"], Texts(await ReadAsync("web", new PodLogOptions { SinceTime = _start.AddMilliseconds(2_800) })));
    }

    [ConformanceFact]
    public async Task Previous_IsTheRunBefore()
    {
        var log = await StartAsync("web");
        log.Write(_start, "first run");
        var none = await AssertFailsAsync(KubernetesErrorKind.Invalid, () => ReadAsync("web", new PodLogOptions { Previous = true }));
        Assert.Contains("previous terminated container \"main\" in pod \"web\" not found", none.Message);
        await RestartAsync("web", log, 1);
        log.Write(_start.AddSeconds(5), "second run");
        Assert.Equal(["first run"], Texts(await ReadAsync("web", new PodLogOptions { Previous = true })));
        Assert.Equal(["second run"], Texts(await ReadAsync("web", new PodLogOptions())));
    }

    [ConformanceFact]
    public async Task Follow_GoesOnUntilTheContainerEnds()
    {
        var log = await StartAsync("web");
        log.Write(_start, "before");
        await using var lines = Client.ReadLogAsync(Namespace, "web", new PodLogOptions { Follow = true }, Limit).GetAsyncEnumerator(Limit);
        Assert.Equal("before", await NextAsync(lines));
        log.Write(_start.AddSeconds(1), "while it is followed");
        Assert.Equal("while it is followed", await NextAsync(lines));
        log.Rotate();
        log.Write(_start.AddSeconds(2), "after a rotation");
        Assert.Equal("after a rotation", await NextAsync(lines));
        log.WriteRaw(_start.AddSeconds(3), "no line end"u8.ToArray(), ends: false);
        log.End();
        Assert.True(await lines.MoveNextAsync());
        Assert.Equal(("no line end", false), (lines.Current.Text, lines.Current.IsWhole));
        Assert.False(await lines.MoveNextAsync());
    }

    [ConformanceFact]
    public async Task Rotation_LeavesOnlyTheNewestFile()
    {
        var log = await StartAsync("web");
        log.Write(_start, "rotated away");
        log.Rotate();
        log.Write(_start.AddSeconds(1), "still there");
        Assert.Equal(["still there"], Texts(await ReadAsync("web", new PodLogOptions())));
    }

    [ConformanceFact]
    public async Task ManyContainers_NeedOneToBeNamed()
    {
        await StartAsync("web", "main", "sidecar");
        Logs.Of(Namespace, "web", "sidecar").Write(_start, "from the sidecar");
        var unnamed = await AssertFailsAsync(KubernetesErrorKind.Invalid, () => ReadAsync("web", new PodLogOptions(), name: false));
        Assert.Contains("a container name must be specified for pod web, choose one of: [main sidecar]", unnamed.Message);
        Assert.Equal(["from the sidecar"], Texts(await ReadAsync("web", new PodLogOptions { Container = "sidecar" })));
        var wrong = await AssertFailsAsync(KubernetesErrorKind.Invalid, () => ReadAsync("web", new PodLogOptions { Container = "other" }));
        Assert.Contains("container other is not valid for pod web", wrong.Message);
    }

    [ConformanceFact]
    public async Task ContainerThatHasNotStarted_IsSaidToWait()
    {
        await _node!.CreatePodAsync(Namespace, "web", ["main"], Limit);
        var waiting = await AssertFailsAsync(KubernetesErrorKind.Invalid, () => ReadAsync("web", new PodLogOptions()));
        Assert.Equal(400, waiting.StatusCode);
        Assert.Contains("container \"main\" in pod \"web\" is waiting to start: ContainerCreating", waiting.Message);
    }

    [ConformanceFact]
    public async Task NoSuchPod_IsNotFound() => await AssertFailsAsync(KubernetesErrorKind.NotFound, () => ReadAsync("none", new PodLogOptions()));

    [ConformanceFact]
    public async Task LimitBytes_EndsInTheMiddle()
    {
        var log = await StartAsync("web");
        log.Write(_start, "0123456789");
        var line = Assert.Single(await ReadAsync("web", new PodLogOptions { LimitBytes = 34 }));
        Assert.Equal(("012", false), (line.Text, line.IsWhole));
    }

    [ConformanceFact]
    public async Task OddBytes_ComeThrough()
    {
        var log = await StartAsync("web");
        log.WriteRaw(_start, new byte[] { (byte)'a', 0, 0xFF, (byte)'\r', (byte)'b' });
        log.WriteRaw(_start, Enumerable.Repeat((byte)'x', 200_000).ToArray());
        log.Write(_start, "next");
        var lines = await ReadAsync("web", new PodLogOptions());
        Assert.Equal("a\0\ufffd\rb", lines[0].Text);
        Assert.True(lines[1].IsCut);
        Assert.Equal(200_000, lines[1].Length);
        Assert.Equal("next", lines[2].Text);
    }

    [ConformanceFact]
    public async Task ConnectionThatIsCut_IsNotTakenForTheEnd()
    {
        var log = await StartAsync("web");
        log.Write(_start, "before");
        await using var lines = Client.ReadLogAsync(Namespace, "web", new PodLogOptions { Follow = true }, Limit).GetAsyncEnumerator(Limit);
        Assert.Equal("before", await NextAsync(lines));
        await CutAsync();
        // Through an API server a kubelet that breaks off may look like an end; what matters is that reading stops and can be begun anew.
        try
        {
            Assert.False(await lines.MoveNextAsync());
        }
        catch (KubernetesApiException fault)
        {
            Assert.True(fault.IsTransient, fault.Message);
        }
    }

    [ConformanceFact]
    public async Task KubeletThatIsAway_IsUnavailable()
    {
        await StartAsync("web");
        await StopKubeletAsync();
        var away = await AssertFailsAsync(KubernetesErrorKind.Unavailable, () => ReadAsync("web", new PodLogOptions()));
        Assert.True(away.IsTransient);
    }

    [ConformanceFact]
    public async Task Reader_WithoutTheRight_IsForbidden()
    {
        await StartAsync("web");
        using var reader = new KubernetesClient(ConnectAsReader(), TimeProvider.System);
        await AssertFailsAsync(KubernetesErrorKind.Forbidden, async () => await reader.ReadLogAsync(Namespace, "web", new PodLogOptions(), Limit).ToListAsync(Limit));
    }

    private protected override async Task PrepareAsync() => _node = await StubNode.RegisterAsync(Client, $"{Namespace}-node", KubeletPort, Limit);

    private protected override async Task CleanAsync()
    {
        if (_node is not null)
            await _node.RemoveAsync(CancellationToken.None);
    }

    private async Task<ContainerLog> StartAsync(string pod, params string[] containers)
    {
        if (containers.Length == 0)
            containers = ["main"];
        await _node!.StartPodAsync(Namespace, pod, containers, Limit);
        return Logs.Of(Namespace, pod, containers[0]);
    }

    private async Task RestartAsync(string pod, ContainerLog log, int restarts)
    {
        log.Restart();
        await _node!.SetContainerAsync(Namespace, pod, "main", StubNode.Running(), restarts, Limit, StubNode.Terminated(1, "Error"));
    }

    private async Task<List<PodLogLine>> ReadAsync(string pod, PodLogOptions options, bool name = true) =>
        await Client.ReadLogAsync(Namespace, pod, name ? options with { Container = options.Container ?? "main" } : options, Limit).ToListAsync(Limit);

    private static IEnumerable<string> Texts(IEnumerable<PodLogLine> lines) => lines.Select(line => line.Text);

    private static async Task<string> NextAsync(IAsyncEnumerator<PodLogLine> lines)
    {
        Assert.True(await lines.MoveNextAsync());
        return lines.Current.Text;
    }
}
