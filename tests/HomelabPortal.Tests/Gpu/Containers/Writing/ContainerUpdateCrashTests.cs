using HomelabPortal.Desired;
using HomelabPortal.Gpu.Containers.Editing;
using HomelabPortal.Gpu.Containers.Updates.Keeping;
using HomelabPortal.Reconcile;
using HomelabPortal.Tests.Reconcile;

namespace HomelabPortal.Tests.Gpu.Containers.Writing;

/// <summary>Kill the portal at every step of an update and of a way back: one container, of the right version, and the other one kept once.</summary>
public sealed class ContainerUpdateCrashTests : IAsyncLifetime
{
    private const string Image = "lab/app:1";
    private ContainerLab _lab = null!;
    private string _first = "";
    private string _second = "";

    public async Task InitializeAsync()
    {
        _lab = await ContainerLab.StartAsync();
        _first = _lab.Pull(Image);
        _second = _lab.PublishAndPull(Image);
    }

    public Task DisposeAsync() => _lab.DisposeAsync().AsTask();

    [Fact]
    public async Task Update_KilledAtEveryStep_EndsWithTheNewVersionAlone()
    {
        var step = 1;
        while (await DiesAtAsync(step, $"up{step}", _first, _second))
            step++;

        Assert.True(step > 25, $"Only {step} steps were met; the test no longer reaches into the update.");
    }

    [Fact]
    public async Task RollBack_KilledAtEveryStep_EndsWithTheFormerVersionAlone()
    {
        var step = 1;
        while (await DiesAtAsync(step, $"back{step}", _second, _first))
            step++;

        Assert.True(step > 25, $"Only {step} steps were met; the test no longer reaches into the way back.");
    }

    private async Task<bool> DiesAtAsync(int step, string name, string from, string to)
    {
        var folder = _lab.NewFolder();
        using (var life = await _lab.BeginAsync(folder, Wire))
        {
            await life.SaveAsync(new DesiredEdit.PutContainer(_lab.Wanted(name) with { Image = Image, Digest = from }));
            await _lab.SettleAsync(life);
            await life.SaveAsync(new DesiredEdit.PutContainer(ContainerEdits.GoBack(life.Store.Current.FindContainer($"id-{name}")!, to, from)));
        }

        var crash = new CrashPoint(step);
        try
        {
            using var life = await _lab.BeginAsync(folder, Wire, crash);
            await _lab.SettleAsync(life);
        }
        catch (CrashException)
        {
            // Dead. What follows is the next start.
        }

        using var next = await _lab.BeginAsync(folder, Wire);
        await _lab.SettleAsync(next);
        Assert.True(_lab.Ours(name) is [var only] && only == $"{name} serve Running", $"After dying at step {step}: {string.Join(", ", _lab.Ours(name))}");
        Assert.Equal(to, _lab.DigestOf(name));
        Assert.Equal([from], _lab.FormerOf(name));
        Assert.Single(_lab.Host.Images, image => image.StartsWith($"{KeptName.RepositoryOf($"id-{name}")}:", StringComparison.Ordinal));
        Assert.Equal(OwnerPhase.InPlace, next.Now.Of($"id-{name}")?.Phase);
        return crash.HasDied;
    }

    private static DockerWire Wire => new([]) { PassesImages = true };
}
