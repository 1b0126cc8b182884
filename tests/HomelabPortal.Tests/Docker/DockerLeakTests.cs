using System.Text;
using HomelabPortal.Docker;
using HomelabPortal.Simulator.Hosting;
using Microsoft.AspNetCore.Http;

namespace HomelabPortal.Tests.Docker;

/// <summary>Ten thousand calls of every kind, as they end in life: answered, refused, cancelled, left half read, taken over.</summary>
public sealed class DockerLeakTests
{
    private const int Calls = 10_000;
    private const int AtOnce = 4;

    [Fact]
    public async Task TenThousandCalls_HoweverTheyEnd_LeaveNoSocketOpen()
    {
        await using var daemon = await FakeDaemon.StartAsync(ServeAsync);
        var connected = daemon.OpenConnections;
        using (var client = new DockerClient(DockerConnection.FromAddress(daemon.Address), TimeProvider.System))
        {
            await Parallel.ForAsync(0, Calls, new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (number, _) => await CallAsync(client, number));
            // What is not in use waits for the next call, and there are never more than were used at once.
            await UntilAsync(() => daemon.OpenConnections <= AtOnce, daemon);
        }

        await UntilAsync(() => daemon.OpenConnections == connected, daemon);
    }

    private static async Task CallAsync(DockerClient client, int number)
    {
        switch (number % 8)
        {
            case 0:
                Assert.Null(await client.InspectContainerAsync("none", default));
                break;
            case 1:
                Assert.Equal(DockerErrorKind.PortInUse, (await Assert.ThrowsAsync<DockerApiException>(() => client.StartAsync("c", default))).Kind);
                break;
            case 2:
                await foreach (var _ in client.EventsAsync(null, default))
                    break;
                break;
            case 3:
                using (var cancel = new CancellationTokenSource())
                {
                    var waiting = client.WaitAsync("c", WaitCondition.NotRunning, cancel.Token);
                    await cancel.CancelAsync();
                    await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
                }

                break;
            case 4:
                await using (var terminal = await client.AttachExecAsync("c", new ExecSpec { Command = ["cat"], Tty = true }, default))
                {
                    await terminal.WriteAsync("x"u8.ToArray(), default);
                    Assert.Equal("x", Encoding.UTF8.GetString((await terminal.ReadAsync(default))!.Value.Bytes.Span));
                }

                break;
            default:
                Assert.NotNull(await client.InfoAsync(default));
                break;
        }
    }

    private static async Task ServeAsync(HttpContext context)
    {
        switch (context.Request.Path.Value!.Split('/')[^1])
        {
            case "json" when context.Request.Path.Value.Contains("/none/", StringComparison.Ordinal):
                await FailAsync(context, StatusCodes.Status404NotFound, "No such container: none");
                break;
            case "start" when context.Request.Path.Value.Contains("/exec/", StringComparison.Ordinal):
                await context.Request.Body.CopyToAsync(Stream.Null);
                await ConnectionTakeover.RunAsync(context, "application/vnd.docker.raw-stream", (received, sent) => received.CopyToAsync(sent));
                break;
            case "start":
                await FailAsync(context, StatusCodes.Status500InternalServerError, "Bind for 0.0.0.0:80 failed: port is already allocated");
                break;
            case "events":
                await context.Response.WriteAsync("""{"Action":"start"}""");
                await context.Response.Body.FlushAsync();
                await Task.Delay(Timeout.Infinite, context.RequestAborted);
                break;
            case "wait":
                await Task.Delay(Timeout.Infinite, context.RequestAborted);
                break;
            default:
                await context.Response.WriteAsync(context.Request.Path.Value.EndsWith("/exec", StringComparison.Ordinal) ? """{"Id":"e"}""" : "{}");
                break;
        }
    }

    private static Task FailAsync(HttpContext context, int status, string message)
    {
        context.Response.StatusCode = status;
        return context.Response.WriteAsJsonAsync(new { message });
    }

    private static async Task UntilAsync(Func<bool> holds, FakeDaemon daemon)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (!holds())
        {
            Assert.False(limit.IsCancellationRequested, $"{daemon.OpenConnections} connections are still open.");
            await Task.Delay(TimeSpan.FromMilliseconds(10), TimeProvider.System);
        }
    }
}
