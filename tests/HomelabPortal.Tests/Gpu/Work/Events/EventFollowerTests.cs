using System.Collections.Concurrent;
using HomelabPortal.Docker;
using HomelabPortal.Gpu;
using HomelabPortal.Gpu.Work.Events;
using HomelabPortal.Platform;
using HomelabPortal.Testing;

namespace HomelabPortal.Tests.Gpu.Work.Events;

public sealed class EventFollowerTests
{
    [Fact]
    public async Task ForeignContainer_ThatFails_IsToldWithItsExitCodeAndWithoutCommands()
    {
        await using var lab = await WorkLab.StartAsync();
        var told = new ConcurrentQueue<HostEvent>();
        var answered = new TaskCompletionSource();
        using var stop = new CancellationTokenSource();
        var follower = new EventFollower(lab.Host, new Live<DockerState>(DockerState.Empty, TimeProvider.System), happened => happened.ToList().ForEach(told.Enqueue), TimeProvider.System);
        var running = follower.RunAsync(answered.SetResult, stop.Token);
        await answered.Task.WaitAsync(TimeSpan.FromSeconds(30));

        await lab.Client.ExecAsync("comfyui", new ExecSpec { Command = ["echo", "hunter2"] }, CancellationToken.None);
        await lab.RunAsync("fails", new ContainerSpec { Image = "lab/busybox:1", Cmd = ["sh", "-c", "exit 3"] });

        await Eventually.HoldsAsync(() => told.Any(one => one is { Name: "fails", What: "Ended with exit code 3" }), () => string.Join('\n', told.Select(one => one.What)), TimeSpan.FromSeconds(30));
        Assert.DoesNotContain(told, one => one.What.Contains("hunter2", StringComparison.Ordinal));
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running);
    }
}
