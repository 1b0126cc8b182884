using HomelabPortal.Desired;
using HomelabPortal.Desired.Containers;
using HomelabPortal.Reconcile;
using HomelabPortal.Tests.Reconcile;

namespace HomelabPortal.Tests.Gpu.Containers.Writing;

/// <summary>
/// Kill the portal at every step of a recreate, or lose any one answer, and start it again:
/// exactly one container of that name, the right one, and no orphan.
/// </summary>
public sealed class ContainerCrashTests : IAsyncLifetime
{
    private ContainerLab _lab = null!;

    public async Task InitializeAsync() => _lab = await ContainerLab.StartAsync();

    public Task DisposeAsync() => _lab.DisposeAsync().AsTask();

    [Fact]
    public async Task Recreate_KilledAtEveryStep_EndsWithTheNewOneAlone()
    {
        var step = 1;
        while (await DiesAtAsync(step, $"good{step}", fails: false))
            step++;

        Assert.True(step > 25, $"Only {step} steps were met; the test no longer reaches into the recreate.");
    }

    /// <summary>Under a lease the old one is stopped in a step of its own, and the new one is made when the memory is free.</summary>
    [Fact]
    public async Task RecreateUnderALease_KilledAtEveryStep_EndsWithTheNewOneAlone()
    {
        _lab.Measure(Cards.TotalMiB, TimeProvider.System.GetUtcNow().AddHours(1));
        var step = 1;
        while (await DiesAtAsync(step, $"leased{step}", fails: false, hasLease: true))
            step++;

        Assert.True(step > 25, $"Only {step} steps were met; the test no longer reaches into the recreate.");
    }

    [Fact]
    public async Task FailingRecreate_KilledAtEveryStep_EndsWithTheOldOneAlone()
    {
        await PublishAsync("holder");
        var step = 1;
        while (await DiesAtAsync(step, $"bad{step}", fails: true))
            step++;

        Assert.True(step > 20, $"Only {step} steps were met; the test no longer reaches into the recreate.");
    }

    [Fact]
    public async Task Recreate_WithAnyOneAnswerLost_EndsWithTheNewOneAlone()
    {
        for (var lost = 1; lost <= 6; lost++)
        {
            var (name, folder) = ($"lost{lost}", _lab.NewFolder());
            await PrepareAsync(folder, name, fails: false);
            var wire = new DockerWire([ContainerLab.Image]) { LoseAnswerOf = lost };
            using var life = await _lab.BeginAsync(folder, wire);
            await _lab.SettleAsync(life);
            await _lab.SettleAsync(life);

            Assert.True(_lab.Ours(name) is [var only] && only == $"{name} new Running", $"After losing answer {lost}: {string.Join(", ", _lab.Ours(name))}");
        }
    }

    private async Task<bool> DiesAtAsync(int step, string name, bool fails, bool hasLease = false)
    {
        var folder = _lab.NewFolder();
        await PrepareAsync(folder, name, fails, hasLease);
        var crash = new CrashPoint(step);
        try
        {
            using var life = await _lab.BeginAsync(folder, new DockerWire([ContainerLab.Image]), crash);
            await _lab.SettleAsync(life);
        }
        catch (CrashException)
        {
            // Dead. What follows is the next start.
        }

        using var next = await _lab.BeginAsync(folder, new DockerWire([ContainerLab.Image]));
        await _lab.SettleAsync(next);
        Assert.True(_lab.Ours(name) is [var only] && only == $"{name} {(fails ? "old" : "new")} Running", $"After dying at step {step}: {string.Join(", ", _lab.Ours(name))}");
        Assert.Equal(fails ? OwnerPhase.Refused : OwnerPhase.InPlace, next.Now.Of($"id-{name}")?.Phase);
        return crash.HasDied;
    }

    /// <summary>The old version runs and another one is wanted; one that fails wants a port that is taken.</summary>
    private async Task PrepareAsync(string folder, string name, bool fails, bool hasLease = false)
    {
        using var life = await _lab.BeginAsync(folder, new DockerWire([ContainerLab.Image]));
        await life.SaveAsync(new DesiredEdit.PutContainer(hasLease ? _lab.WantedAlone(name, "old") : _lab.Wanted(name, "old")));
        await _lab.SettleAsync(life);
        var wanted = hasLease ? _lab.WantedAlone(name, "new") : _lab.Wanted(name, "new");
        await life.SaveAsync(new DesiredEdit.PutContainer(fails ? wanted with { Ports = [Port] } : wanted));
    }

    private static PublishedPort Port => new("10.0.0.150", 18_081, 80);

    private async Task PublishAsync(string name)
    {
        using var life = await _lab.BeginAsync(_lab.NewFolder(), new DockerWire([ContainerLab.Image]));
        await life.SaveAsync(new DesiredEdit.PutContainer(_lab.Wanted(name) with { Ports = [Port] }));
        await _lab.SettleAsync(life);
    }
}
