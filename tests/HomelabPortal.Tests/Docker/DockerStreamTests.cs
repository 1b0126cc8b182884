using System.Text;
using HomelabPortal.Docker;
using Microsoft.AspNetCore.Http;

namespace HomelabPortal.Tests.Docker;

public sealed class DockerStreamTests
{
    [Fact]
    public async Task Events_AsTheyHappen_ArriveBeforeTheStreamEnds()
    {
        var mayGoOn = new TaskCompletionSource();
        await using var daemon = await FakeDaemon.StartAsync(async context =>
        {
            await SendAsync(context, """{"Action":"start"}""" + "\n" + """{"Act""");
            await mayGoOn.Task;
            await SendAsync(context, """ion":"die"}""");
        });
        using var client = Connect(daemon);
        await using var events = client.EventsAsync(null, default).GetAsyncEnumerator();
        Assert.True(await events.MoveNextAsync());
        Assert.Equal("start", events.Current.Action);
        mayGoOn.SetResult();
        Assert.True(await events.MoveNextAsync());
        Assert.Equal("die", events.Current.Action);
        Assert.False(await events.MoveNextAsync());
    }

    [Fact]
    public async Task Cancel_OfAWaitingStream_IsACancelAndClosesTheSocket()
    {
        await using var daemon = await FakeDaemon.StartAsync(async context =>
        {
            await SendAsync(context, """{"Action":"start"}""");
            await Task.Delay(Timeout.Infinite, context.RequestAborted);
        });
        using var client = Connect(daemon);
        using var cancel = new CancellationTokenSource();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (var _ in client.EventsAsync(null, cancel.Token)) await cancel.CancelAsync();
        });
        // One idle connection may stay in the pool.
        await UntilAsync(() => daemon.OpenConnections <= 1);
    }

    [Fact]
    public async Task Streams_LeftHalfRead_LeaveNoSocketsOpen()
    {
        await using var daemon = await FakeDaemon.StartAsync(async context =>
        {
            await SendAsync(context, """{"Action":"start"}""");
            await Task.Delay(Timeout.Infinite, context.RequestAborted);
        });
        using var client = Connect(daemon);
        for (var i = 0; i < 20; i++)
        {
            await foreach (var _ in client.EventsAsync(null, default)) break;
        }
        await UntilAsync(() => daemon.OpenConnections <= 1);
    }

    [Fact]
    public async Task Refusals_LeaveNoSocketsOpen()
    {
        await using var daemon = await FakeDaemon.StartAsync(async context =>
        {
            context.Response.StatusCode = 500;
            await SendAsync(context, """{"message":"no"}""");
        });
        using var client = Connect(daemon);
        for (var i = 0; i < 20; i++) await Assert.ThrowsAsync<DockerApiException>(() => client.InfoAsync(default));
        Assert.InRange(daemon.OpenConnections, 0, 2);
    }

    [Fact]
    public async Task Stream_ThatBreaks_IsUnreachable()
    {
        var wasSeen = new TaskCompletionSource();
        await using var daemon = await FakeDaemon.StartAsync(async context =>
        {
            await SendAsync(context, """{"Action":"start"}""");
            await wasSeen.Task;
            context.Abort();
        });
        using var client = Connect(daemon);
        var fault = await Assert.ThrowsAsync<DockerApiException>(async () =>
        {
            await foreach (var _ in client.EventsAsync(null, default)) wasSeen.SetResult();
        });
        Assert.Equal(DockerErrorKind.Unreachable, fault.Kind);
    }

    [Fact]
    public async Task Stream_ThatEndsInsideAnObject_IsInvalid()
    {
        await using var daemon = await FakeDaemon.StartAsync(context => SendAsync(context, """{"Action":"""));
        using var client = Connect(daemon);
        var fault = await Assert.ThrowsAsync<DockerApiException>(async () =>
        {
            await foreach (var _ in client.EventsAsync(null, default)) Assert.Fail("no event was sent");
        });
        Assert.Equal(DockerErrorKind.InvalidAnswer, fault.Kind);
    }

    [Fact]
    public async Task Call_CancelledByTheCaller_IsACancel()
    {
        await using var daemon = await FakeDaemon.StartAsync(context => Task.Delay(Timeout.Infinite, context.RequestAborted));
        using var client = Connect(daemon);
        using var cancel = new CancellationTokenSource(TimeSpan.FromMilliseconds(100));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => client.InfoAsync(cancel.Token));
    }

    [Fact]
    public async Task Call_WithoutAnAnswerInTime_IsUnreachable()
    {
        var asked = new TaskCompletionSource();
        await using var daemon = await FakeDaemon.StartAsync(context =>
        {
            asked.SetResult();
            return Task.Delay(Timeout.Infinite, context.RequestAborted);
        });
        var time = new ManualTimeProvider();
        using var client = new DockerClient(DockerConnection.FromAddress(daemon.Address), time);
        var info = client.InfoAsync(default);
        await asked.Task;
        time.Advance(TimeSpan.FromSeconds(31));
        Assert.Equal(DockerErrorKind.Unreachable, (await Assert.ThrowsAsync<DockerApiException>(() => info)).Kind);
    }

    [Fact]
    public async Task Socket_ThatIsNotThere_IsUnreachable()
    {
        using var client = new DockerClient(DockerConnection.FromAddress("unix:///tmp/there-is-no-daemon-here.sock"), TimeProvider.System);
        var fault = await Assert.ThrowsAsync<DockerApiException>(() => client.PingAsync(default));
        Assert.Equal(DockerErrorKind.Unreachable, fault.Kind);
        Assert.Contains("no such socket", fault.Message, StringComparison.Ordinal);
    }

    private static DockerClient Connect(FakeDaemon daemon) => new(DockerConnection.FromAddress(daemon.Address), TimeProvider.System);

    private static async Task SendAsync(HttpContext context, string text)
    {
        await context.Response.Body.WriteAsync(Encoding.UTF8.GetBytes(text));
        await context.Response.Body.FlushAsync();
    }

    private static async Task UntilAsync(Func<bool> condition)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(10));
        while (!condition()) await Task.Delay(10, limit.Token);
    }
}
