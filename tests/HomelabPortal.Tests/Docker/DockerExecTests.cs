using System.Net;
using System.Text;
using HomelabPortal.Docker;
using HomelabPortal.Simulator.Hosting;
using Microsoft.AspNetCore.Http;

namespace HomelabPortal.Tests.Docker;

public sealed class DockerExecTests
{
    private static readonly byte[] _both = [.. LogFrameReaderTests.Frame(1, "out 🐄\n"), .. LogFrameReaderTests.Frame(2, "err\n"), .. LogFrameReaderTests.Frame(1, "more")];

    [Fact]
    public void Frames_SplitAtEveryOffset_GiveTheSameStreams()
    {
        for (var split = 0; split <= _both.Length; split++)
        {
            var frames = new FrameSplitter(isTty: false, "the output");
            var (output, error) = (new MemoryStream(), new MemoryStream());
            foreach (var read in new ReadOnlyMemory<byte>[] { _both.AsMemory(0, split), _both.AsMemory(split) })
            {
                var bytes = read;
                while (frames.TryTake(ref bytes, out var stream, out var part)) (stream == LogStream.Error ? error : output).Write(part.Span);
                Assert.True(bytes.IsEmpty);
            }
            Assert.Equal(("out 🐄\nmore", "err\n", true), (Encoding.UTF8.GetString(output.ToArray()), Encoding.UTF8.GetString(error.ToArray()), frames.IsBetweenFrames));
        }
    }

    [Theory]
    [InlineData(HttpStatusCode.OK)]
    [InlineData(HttpStatusCode.SwitchingProtocols)]
    public async Task Capture_WithEitherStatus_GivesCodeAndStreams(HttpStatusCode status)
    {
        using var client = Scripted(() => new HttpResponseMessage(status) { Content = new ByteArrayContent(_both) });
        Assert.Equal(new ExecResult(3, "out 🐄\nmore", "err\n"), await client.ExecAsync("c", new ExecSpec { Command = ["x"] }, default));
    }

    [Fact]
    public async Task Capture_CutInsideAFrame_IsAFault()
    {
        using var client = Scripted(() => new HttpResponseMessage(HttpStatusCode.OK) { Content = new ByteArrayContent(_both[..^1]) });
        var fault = await Assert.ThrowsAsync<DockerApiException>(() => client.ExecAsync("c", new ExecSpec { Command = ["x"] }, default));
        Assert.Equal(DockerErrorKind.InvalidAnswer, fault.Kind);
    }

    [Fact]
    public async Task Capture_WithoutEnd_DoesNotFillTheMemory()
    {
        using var client = Scripted(() => new HttpResponseMessage(HttpStatusCode.OK) { Content = new ByteArrayContent(new byte[8 << 20]) });
        var fault = await Assert.ThrowsAsync<DockerApiException>(() => client.ExecAsync("c", new ExecSpec { Command = ["x"], Tty = true }, default));
        Assert.Contains("4 MiB", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Terminal_SendsInputAndItsEnd_AndReadsOn()
    {
        await using var daemon = await FakeDaemon.StartAsync(ServeAsync);
        using var client = Connect(daemon);
        await using var terminal = await client.AttachExecAsync("c", new ExecSpec { Command = ["cat"], Tty = true }, default);
        Assert.True(terminal.TakesInput);
        await terminal.WriteAsync("hello"u8.ToArray(), default);
        Assert.Equal("hello", await ReadAsync(terminal));
        await terminal.ResizeAsync(120, 40, default);
        await terminal.CompleteInputAsync();
        Assert.Equal("end of input", await ReadAsync(terminal));
        Assert.Null(await terminal.ReadAsync(default));
        Assert.Equal(7, await terminal.ExitCodeAsync(default));
    }

    [Fact]
    public async Task Terminal_ThatIsClosed_LeavesNoSocketOpen()
    {
        await using var daemon = await FakeDaemon.StartAsync(ServeAsync);
        using var client = Connect(daemon);
        for (var i = 0; i < 20; i++)
        {
            await using var terminal = await client.AttachExecAsync("c", new ExecSpec { Command = ["cat"], Tty = true }, default);
            await terminal.WriteAsync("x"u8.ToArray(), default);
            await ReadAsync(terminal);
        }
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (daemon.OpenConnections > 1) await Task.Delay(10, limit.Token);
    }

    [Fact]
    public async Task Terminal_ReadThatIsCancelled_IsACancel()
    {
        await using var daemon = await FakeDaemon.StartAsync(ServeAsync);
        using var client = Connect(daemon);
        await using var terminal = await client.AttachExecAsync("c", new ExecSpec { Command = ["cat"], Tty = true }, default);
        using var cancel = new CancellationTokenSource();
        var read = terminal.ReadAsync(cancel.Token);
        await cancel.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => read);
    }

    [Fact]
    public async Task Terminal_BehindAProxyThatDoesNotUpgrade_OnlyReads()
    {
        using var client = Scripted(() => new HttpResponseMessage(HttpStatusCode.OK) { Content = new ByteArrayContent(_both) });
        await using var terminal = await client.AttachExecAsync("c", new ExecSpec { Command = ["cat"] }, default);
        Assert.False(terminal.TakesInput);
        Assert.Equal("out 🐄\n", await ReadAsync(terminal));
        Assert.Equal(DockerErrorKind.InvalidAnswer, (await Assert.ThrowsAsync<DockerApiException>(() => terminal.WriteAsync("x"u8.ToArray(), default))).Kind);
    }

    private static DockerClient Scripted(Func<HttpResponseMessage> start) => DockerClients.Scripted(asked => asked.Path switch
    {
        "/_ping" => DockerClients.Ping("1.41"),
        _ when asked.Path.EndsWith("/exec", StringComparison.Ordinal) => ScriptedHandler.Json("""{"Id":"e"}"""),
        _ when asked.Path.EndsWith("/start", StringComparison.Ordinal) => start(),
        _ => ScriptedHandler.Json("""{"Running":false,"ExitCode":3}"""),
    });

    /// <summary>An echo that says when its input has ended.</summary>
    private static async Task ServeAsync(HttpContext context)
    {
        var path = context.Request.Path.Value!;
        if (path.EndsWith("/start", StringComparison.Ordinal)) await EchoAsync(context);
        else if (path.EndsWith("/resize", StringComparison.Ordinal)) Assert.Equal("?h=40&w=120", context.Request.QueryString.Value);
        else await context.Response.WriteAsync(path.EndsWith("/exec", StringComparison.Ordinal) ? """{"Id":"e"}""" : """{"Running":false,"ExitCode":7}""");
    }

    private static async Task EchoAsync(HttpContext context)
    {
        Assert.Equal(("Upgrade", "tcp"), ((string?)context.Request.Headers.Connection, (string?)context.Request.Headers.Upgrade));
        await context.Request.Body.CopyToAsync(Stream.Null);
        await ConnectionTakeover.RunAsync(context, "application/vnd.docker.raw-stream", async (received, sent) =>
        {
            await received.CopyToAsync(sent);
            await sent.WriteAsync("end of input"u8.ToArray());
        });
    }

    private static async Task<string?> ReadAsync(DockerTerminal terminal) =>
        await terminal.ReadAsync(default) is { } chunk ? Encoding.UTF8.GetString(chunk.Bytes.Span) : null;

    private static DockerClient Connect(FakeDaemon daemon) => new(DockerConnection.FromAddress(daemon.Address), TimeProvider.System);
}
