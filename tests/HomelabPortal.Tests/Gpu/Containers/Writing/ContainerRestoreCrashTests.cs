using System.Text.Json.Nodes;
using HomelabPortal.Desired;
using HomelabPortal.Desired.Containers;
using HomelabPortal.Reconcile;
using HomelabPortal.Simulator.Docker;
using HomelabPortal.Tests.Reconcile;

namespace HomelabPortal.Tests.Gpu.Containers.Writing;

/// <summary>
/// Kill the portal at every step of a change to a version that does not serve, also while that one is taken back:
/// the one before it runs, and the sick one was made once.
/// </summary>
public sealed class ContainerRestoreCrashTests : IAsyncLifetime
{
    private const string Sick = "sick";
    private ContainerLab _lab = null!;

    public async Task InitializeAsync()
    {
        _lab = await ContainerLab.StartAsync();
        _lab.SickCommand = Sick;
    }

    public Task DisposeAsync() => _lab.DisposeAsync().AsTask();

    [Fact]
    public async Task SickVersion_KilledAtEveryStep_EndsWithTheOldOneRunning()
    {
        var step = 1;
        while (await DiesAtAsync(step, $"sick{step}", isForeign: false))
            step++;

        Assert.True(step > 30, $"Only {step} steps were met; the test no longer reaches into the way back.");
    }

    [Fact]
    public async Task SickVersionOfAForeignContainer_KilledAtEveryStep_EndsWithThatOneRunning()
    {
        var step = 1;
        while (await DiesAtAsync(step, $"lent{step}", isForeign: true))
            step++;

        Assert.True(step > 30, $"Only {step} steps were met; the test no longer reaches into the way back.");
    }

    [Fact]
    public async Task SickVersion_WithAnyOneAnswerLost_EndsWithTheOldOneRunning()
    {
        for (var lost = 1; lost <= 8; lost++)
        {
            var (name, folder) = ($"lost{lost}", _lab.NewFolder());
            var old = await PrepareAsync(folder, name, isForeign: false);
            var wire = new DockerWire([ContainerLab.Image]) { LoseAnswerOf = lost };
            using var life = await _lab.BeginAsync(folder, wire);
            await _lab.SettleAsync(life);
            await _lab.SettleAsync(life);

            AssertBack(name, old, life, wire.Writes, $"After losing answer {lost}");
        }
    }

    private async Task<bool> DiesAtAsync(int step, string name, bool isForeign)
    {
        var folder = _lab.NewFolder();
        var old = await PrepareAsync(folder, name, isForeign);
        var crash = new CrashPoint(step);
        var wire = new DockerWire([ContainerLab.Image]);
        try
        {
            using var life = await _lab.BeginAsync(folder, wire, crash);
            await _lab.SettleAsync(life);
        }
        catch (CrashException)
        {
            // Dead. What follows is the next start.
        }

        var after = new DockerWire([ContainerLab.Image]);
        using var next = await _lab.BeginAsync(folder, after);
        await _lab.SettleAsync(next);
        AssertBack(name, old, next, wire.Writes.Concat(after.Writes), $"After dying at step {step}");
        return crash.HasDied;
    }

    private void AssertBack(string name, string old, PortalLife life, IEnumerable<string> writes, string when)
    {
        var all = _lab.Host.Containers.Where(container => container.Name.StartsWith(name, StringComparison.Ordinal)).ToList();
        var state = string.Join(", ", all.Select(container => $"{container.Name} {string.Join(' ', container.Command)} {container.Status}"));
        Assert.True(all is [{ IsRunning: true } only] && (only.Name, only.Id) == (name, old), $"{when}: {state}");
        Assert.True(writes.Count(write => write.EndsWith("/containers/create", StringComparison.Ordinal)) == 1, $"{when} the sick one was not made once.");
        Assert.Equal(OwnerPhase.Refused, life.Now.Of($"id-{name}")?.Phase);
        Assert.Contains("The new version was taken back", life.Now.Of($"id-{name}")?.Explanation, StringComparison.Ordinal);
    }

    /// <summary>The old one runs and a sick one is wanted in its place.</summary>
    /// <returns>The id of the old one.</returns>
    private async Task<string> PrepareAsync(string folder, string name, bool isForeign)
    {
        using var life = await _lab.BeginAsync(folder, new DockerWire([ContainerLab.Image]));
        var sick = _lab.Wanted(name, Sick);
        if (isForeign)
            return await AdoptAsync(life, sick);
        await life.SaveAsync(new DesiredEdit.PutContainer(_lab.Wanted(name, "old")));
        await _lab.SettleAsync(life);
        await life.SaveAsync(new DesiredEdit.PutContainer(sick));
        return _lab.Host.Find(name)!.Id;
    }

    private async Task<string> AdoptAsync(PortalLife life, DesiredContainer wanted)
    {
        var foreign = _lab.Host.Create(wanted.Name, new JsonObject { ["Image"] = ContainerLab.Image, ["Cmd"] = new JsonArray("theirs") });
        ContainerLife.Start(_lab.Host, foreign);
        await life.SaveAsync(new DesiredEdit.PutContainer(wanted with { AdoptedId = foreign.Id }));
        return foreign.Id;
    }
}
