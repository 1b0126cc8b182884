using System.Text;
using HomelabPortal.ConformanceTests.Servers;
using HomelabPortal.Kubernetes;
using HomelabPortal.Testing;

namespace HomelabPortal.ConformanceTests.Kubernetes;

/// <summary>Running programs in a container, from the client through the API server to the kubelet and back.</summary>
public abstract class PodExecConformance : KubernetesConformance
{
    private const string Pod = "web";
    private StubNode? _node;

    /// <summary>The port of the kubelet behind the API server.</summary>
    private protected abstract int KubeletPort { get; }

    /// <summary>How many programs the kubelet runs now.</summary>
    private protected abstract int Running { get; }

    [ConformanceFact]
    public async Task OutputAndErrors_WithoutTerminal_ComeApartWithTheExitCode()
    {
        await StartAsync();
        await using var session = await RunAsync(hasTerminal: false, "sh", "-c", "echo out; echo wrong >&2; exit 3");
        var (output, errors) = await ReadAllAsync(session);
        Assert.Equal("out\n", output);
        Assert.Equal("wrong\n", errors);
        Assert.Equal((ExecEndKind.Exited, 3), (session.End!.Kind, session.End.ExitCode));
    }

    [ConformanceFact]
    public async Task Success_IsExitCodeZero()
    {
        await StartAsync();
        await using var session = await RunAsync(hasTerminal: false, "true");
        Assert.Equal(("", ""), await ReadAllAsync(session));
        Assert.Equal((ExecEndKind.Exited, 0), (session.End!.Kind, session.End.ExitCode));
    }

    [ConformanceFact]
    public async Task LongOutput_ComesWhole()
    {
        await StartAsync();
        await using var session = await RunAsync(hasTerminal: false, "seq", "100000");
        var (output, _) = await ReadAllAsync(session);
        Assert.Equal(string.Concat(Enumerable.Range(1, 100_000).Select(number => $"{number}\n")), output);
        Assert.Equal(0, session.End!.ExitCode);
    }

    [ConformanceFact]
    public async Task Command_WithOddCharacters_ArrivesAsItIs()
    {
        await StartAsync();
        await using var session = await RunAsync(hasTerminal: false, "echo", "a&b=c", "ü + %20", "日本");
        Assert.Equal("a&b=c ü + %20 日本\n", (await ReadAllAsync(session)).Output);
    }

    [ConformanceFact]
    public async Task MissingProgram_IsAFailureOfTheNodeAndNoExitCode()
    {
        await StartAsync();
        await using var session = await RunAsync(hasTerminal: true, "no-such-shell");
        await ReadAllAsync(session);
        Assert.Equal((ExecEndKind.Failed, null), (session.End!.Kind, session.End.ExitCode));
        Assert.Contains("no-such-shell", session.End.Message);
    }

    [ConformanceFact]
    public async Task Terminal_TakesInputAndItsSizeAndExits()
    {
        await StartAsync();
        await using var session = await RunAsync(hasTerminal: true, "sh");
        await ReadUntilAsync(session, "# ");
        await session.ResizeAsync(132, 43, Limit);
        await TypeAsync(session, "stty size\r");
        await ReadUntilAsync(session, "43 132");
        await TypeAsync(session, "exit 7\r");
        await ReadAllAsync(session);
        Assert.Equal(7, session.End!.ExitCode);
    }

    [ConformanceFact]
    public async Task Interrupt_EndsAFloodOfOutput()
    {
        await StartAsync();
        await using var session = await RunAsync(hasTerminal: true, "sh");
        await ReadUntilAsync(session, "# ");
        await TypeAsync(session, "yes\r");
        await ReadUntilAsync(session, "y\r\ny\r\n");
        await TypeAsync(session, "\x03");
        await ReadUntilAsync(session, "^C");
        await TypeAsync(session, "exit\r");
        await ReadAllAsync(session);
        Assert.Equal(130, session.End!.ExitCode);
    }

    [ConformanceFact]
    public async Task EndOfInput_ReachesTheProgramWhereTheProtocolKnowsIt()
    {
        await StartAsync();
        await using var session = await RunAsync(hasTerminal: false, "cat");
        await TypeAsync(session, "one\ntwo\n");
        Assert.Equal(session.Protocol == "v5.channel.k8s.io", await session.CloseInputAsync(Limit));
        if (!session.CanCloseInput)
            return;
        Assert.Equal("one\ntwo\n", (await ReadAllAsync(session)).Output);
        Assert.Equal(0, session.End!.ExitCode);
    }

    [ConformanceFact]
    public async Task Disposing_EndsTheProgram()
    {
        await StartAsync();
        var session = await RunAsync(hasTerminal: true, "sh");
        await ReadUntilAsync(session, "# ");
        await TypeAsync(session, "sleep 1000\r");
        Assert.Equal(1, Running);
        await session.DisposeAsync();
        await Eventually.HoldsAsync(() => Running == 0, () => "The program still runs.", TimeSpan.FromSeconds(20), Limit);
    }

    [ConformanceFact]
    public async Task Cancelling_EndsTheProgram()
    {
        await StartAsync();
        using var cancel = new CancellationTokenSource();
        await using var session = await RunAsync(hasTerminal: true, "sh");
        await ReadUntilAsync(session, "# ");
        var reading = session.ReadAsync(cancel.Token).AsTask();
        await cancel.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => reading);
        await Eventually.HoldsAsync(() => Running == 0, () => "The program still runs.", TimeSpan.FromSeconds(20), Limit);
    }

    [ConformanceFact]
    public async Task Reader_IsForbidden()
    {
        await StartAsync();
        using var reader = new KubernetesClient(ConnectAsReader(), TimeProvider.System);
        var error = await AssertFailsAsync(KubernetesErrorKind.Forbidden, () => reader.ExecAsync(Namespace, Pod, new ExecOptions { Command = ["sh"], Container = "app" }, Limit));
        Assert.Contains("pods/exec", error.Message);
        Assert.False(await reader.MayAsync("get", ResourceTypes.Pods, "exec", Namespace, Limit));
        Assert.True(await Client.MayAsync("get", ResourceTypes.Pods, "exec", Namespace, Limit));
    }

    [ConformanceFact]
    public async Task PodOrContainerThatIsNotThere_IsSaidBeforeAnythingRuns()
    {
        await StartAsync();
        await AssertFailsAsync(KubernetesErrorKind.NotFound, () => Client.ExecAsync(Namespace, "nothing", new ExecOptions { Command = ["sh"] }, Limit));
        var error = await AssertFailsAsync(KubernetesErrorKind.Invalid, () => Client.ExecAsync(Namespace, Pod, new ExecOptions { Command = ["sh"], Container = "nothing" }, Limit));
        Assert.Contains("container nothing is not valid for pod web", error.Message);
        error = await AssertFailsAsync(KubernetesErrorKind.Invalid, () => Client.ExecAsync(Namespace, Pod, new ExecOptions { Command = ["sh"] }, Limit));
        Assert.Contains("a container name must be specified", error.Message);
    }

    private protected override async Task CleanAsync()
    {
        if (_node is not null)
            await _node.RemoveAsync(Limit);
    }

    private async Task StartAsync()
    {
        _node = await StubNode.RegisterAsync(Client, $"{Namespace}-node", KubeletPort, Limit);
        await _node.StartPodAsync(Namespace, Pod, ["app", "side"], Limit);
    }

    private Task<ExecSession> RunAsync(bool hasTerminal, params string[] command) =>
        Client.ExecAsync(Namespace, Pod, new ExecOptions { Command = command, Container = "app", HasTerminal = hasTerminal }, Limit);

    private async Task TypeAsync(ExecSession session, string text) => await session.WriteAsync(Encoding.UTF8.GetBytes(text), Limit);

    private async Task<(string Output, string Errors)> ReadAllAsync(ExecSession session)
    {
        using var output = new MemoryStream();
        using var errors = new MemoryStream();
        while (await session.ReadAsync(Limit) is { } piece)
            (piece.Channel == ExecChannel.Output ? output : errors).Write(piece.Bytes.Span);
        return (Encoding.UTF8.GetString(output.ToArray()), Encoding.UTF8.GetString(errors.ToArray()));
    }

    private async Task ReadUntilAsync(ExecSession session, string expected)
    {
        var seen = "";
        while (!seen.Contains(expected, StringComparison.Ordinal))
        {
            var piece = await session.ReadAsync(Limit);
            Assert.True(piece is not null, $"It ended before “{expected}”, with “{seen[^Math.Min(seen.Length, 200)..]}” and {session.End}.");
            seen += Encoding.UTF8.GetString(piece.Value.Bytes.Span);
        }
    }
}
