using HomelabPortal.Desired;
using HomelabPortal.Reconcile;
using HomelabPortal.Tests.Desired;

namespace HomelabPortal.Tests.Reconcile;

/// <summary>Kill the portal at every step of an apply, start it again: it converges, and writes nothing twice.</summary>
public sealed class CrashTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("homelab-portal-test-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Apply_KilledAtEveryStep_ConvergesWithoutWritingTwice()
    {
        var step = 1;
        while (await DiesAtAsync(step))
            step++;

        Assert.True(step > 20, $"Only {step} steps were met; the test no longer reaches into the apply.");
    }

    private async Task<bool> DiesAtAsync(int step)
    {
        var folder = Directory.CreateDirectory(Path.Combine(_folder, $"{step}")).FullName;
        var world = new FakeWorld();
        await PrepareAsync(folder, world);
        world.Writes.Clear();

        var crash = new CrashPoint(step);
        try
        {
            using var life = await PortalLife.BeginAsync(folder, Targets(world, crash), [new FakeCompiler()], interceptors: crash);
            await life.PassAsync();
        }
        catch (CrashException)
        {
            // Dead. What follows is the next start.
        }

        using var next = await PortalLife.BeginAsync(folder, Targets(world, null), [new FakeCompiler()]);
        Assert.True(await next.PassAsync(), $"After dying at step {step}, the next pass left work.");
        Assert.Equal(
            ["inner/new.cowlab.org=Lan", "inner/stays.cowlab.org=Tunnel", "outer/new.cowlab.org=Lan", "outer/stays.cowlab.org=Tunnel"],
            world.Things.Select(thing => $"{thing.Key}={thing.Value}").Order(StringComparer.Ordinal));
        Assert.Equal(world.Writes.Count, world.Writes.Distinct().Count());
        Assert.All(next.Now.Owners.Values, owner => Assert.Equal(OwnerPhase.InPlace, owner.Phase));
        return crash.HasDied;
    }

    /// <summary>One exposure to be created, one to be changed, one to be deleted.</summary>
    private static async Task PrepareAsync(string folder, FakeWorld world)
    {
        using var life = await PortalLife.BeginAsync(folder, Targets(world, null), [new FakeCompiler()]);
        await life.SaveAsync(new DesiredEdit.PutExposure(Desire.Exposure("stays", "stays.cowlab.org")));
        await life.SaveAsync(new DesiredEdit.PutExposure(Desire.Exposure("goes", "goes.cowlab.org")));
        await life.PassAsync();
        await life.SaveAsync(new DesiredEdit.PutExposure(Desire.Exposure("stays", "stays.cowlab.org", Visibility.Tunnel)));
        await life.SaveAsync(new DesiredEdit.RemoveExposure("goes"));
        await life.SaveAsync(new DesiredEdit.PutExposure(Desire.Exposure("new", "new.cowlab.org")));
    }

    private static FakeTarget[] Targets(FakeWorld world, CrashPoint? crash)
    {
        var inner = new FakeTarget("inner", world, ChangeStage.WithdrawRoute, ChangeStage.BuildRoute);
        var outer = new FakeTarget("outer", world, ChangeStage.WithdrawDns, ChangeStage.BuildDns);
        if (crash is not null)
            inner.Step = outer.Step = crash.Step;
        return [inner, outer];
    }
}
