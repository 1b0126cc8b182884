using HomelabPortal.Desired;
using HomelabPortal.Desired.Containers;
using HomelabPortal.Reconcile;
using HomelabPortal.Simulator.Docker;
using HomelabPortal.Tests.Reconcile;

namespace HomelabPortal.Tests.Gpu.Containers.Writing;

/// <summary>A new version under a lease starts when the old one has given its video memory back, and not before.</summary>
public sealed class ContainerMemoryTests : IAsyncLifetime
{
    private const double Little = 500;
    private readonly ManualTimeProvider _clock = new(TimeProvider.System.GetUtcNow());
    private ContainerLab _lab = null!;
    private DockerWire _wire = null!;
    private PortalLife _life = null!;

    private DateTimeOffset Now => _clock.GetUtcNow();

    public async Task InitializeAsync()
    {
        _lab = await ContainerLab.StartAsync();
        _lab.Clock = _clock;
        _lab.Measure(Cards.TotalMiB, Now);
        _wire = new DockerWire([ContainerLab.Image]);
        _life = await _lab.BeginAsync(_lab.NewFolder(), _wire);
        await _life.SaveAsync(new DesiredEdit.PutContainer(_lab.WantedAlone("app", "old")));
        await _lab.SettleAsync(_life);
        Assert.Equal(["app old Running"], _lab.Ours("app"));
        _lab.Measure(Little, Now);
    }

    public async Task DisposeAsync()
    {
        _life.Dispose();
        await _lab.DisposeAsync();
    }

    [Fact]
    public async Task NewVersion_WhileTheMemoryIsNotMeasuredSince_IsNotMadeAndSaysWhy()
    {
        await ChangeAsync();

        Assert.Equal("old Exited", Assert.Single(_lab.Ours("app")).Split(' ', 2)[1]);
        Assert.Equal(OwnerPhase.Waiting, _life.Now.Of("id-app")?.Phase);
        Assert.Contains("its video memory is not free yet", _life.Now.Of("id-app")?.Explanation, StringComparison.Ordinal);
    }

    [Fact]
    public async Task NewVersion_WhenNobodyMeasuresForAMinute_StartsAllTheSame()
    {
        await ChangeAsync();

        _clock.Advance(TimeSpan.FromSeconds(61));
        await _lab.SettleAsync(_life);

        Assert.Equal(["app new Running"], _lab.Ours("app"));
    }

    [Fact]
    public async Task NewVersion_WhenTheMemoryIsFree_StartsAndTheOldOneGoes()
    {
        await ChangeAsync();

        _lab.Measure(Cards.TotalMiB, Now.AddSeconds(1));
        await _lab.SettleAsync(_life);

        Assert.Equal(["app new Running"], _lab.Ours("app"));
        Assert.Equal(OwnerPhase.InPlace, _life.Now.Of("id-app")?.Phase);
    }

    [Fact]
    public async Task OldVersion_WantedAgainMeanwhile_ServesAgain()
    {
        await ChangeAsync();

        await _life.SaveAsync(new DesiredEdit.PutContainer(_lab.WantedAlone("app", "old")));
        await _lab.SettleAsync(_life);

        Assert.Equal(["app old Running"], _lab.Ours("app"));
    }

    [Fact]
    public async Task OldVersion_WhenTheNewOneCannotBePrepared_IsNotStopped()
    {
        await _life.SaveAsync(new DesiredEdit.PutContainer(WithoutItsSecret("new")));
        await _lab.SettleAsync(_life);

        Assert.Equal(["app old Running"], _lab.Ours("app"));
        Assert.Contains("is not kept any more", _life.Now.Of("id-app")?.Explanation, StringComparison.Ordinal);
    }

    [Fact]
    public async Task OldVersion_WhenTheNewOneCannotBePreparedAnyMore_ServesAgain()
    {
        await ChangeAsync();

        await _life.SaveAsync(new DesiredEdit.PutContainer(WithoutItsSecret("newer")));
        _lab.Measure(Cards.TotalMiB, Now.AddSeconds(1));
        await _lab.SettleAsync(_life);

        Assert.Equal(["app old Running"], _lab.Ours("app"));
        Assert.Equal(OwnerPhase.Refused, _life.Now.Of("id-app")?.Phase);
    }

    [Fact]
    public async Task OldVersion_WhileTheImageOfAnotherOneCannotBeHad_ServesAgain()
    {
        await ChangeAsync();

        _wire.Refuses = path => path.EndsWith("/images/create", StringComparison.Ordinal) ? "dial tcp: i/o timeout" : null;
        await _life.SaveAsync(new DesiredEdit.PutContainer(_lab.WantedAlone("app", "new") with { Image = "lab/busybox:2" }));
        await _lab.SettleAsync(_life);

        Assert.Equal(["app old Running"], _lab.Ours("app"));
        Assert.Equal(OwnerPhase.Waiting, _life.Now.Of("id-app")?.Phase);
    }

    [Fact]
    public async Task Container_RemovedMeanwhile_LeavesNothingBehind()
    {
        await ChangeAsync();

        await _life.SaveAsync(new DesiredEdit.RemoveContainer("id-app"));
        await _lab.SettleAsync(_life);

        Assert.Empty(_lab.Ours("app"));
    }

    [Fact]
    public async Task LimitsChangedByHand_ArePutRightWhenTheMemoryIsFree()
    {
        await _lab.HandAsync("containers/app/update", """{"NanoCpus":500000000}""");
        await _lab.SettleAsync(_life);
        Assert.Equal("old Exited", Assert.Single(_lab.Ours("app")).Split(' ', 2)[1]);
        Assert.Contains("its video memory is not free yet", _life.Now.Of("id-app")?.Explanation, StringComparison.Ordinal);

        _lab.Measure(Cards.TotalMiB, Now.AddSeconds(1));
        await _lab.SettleAsync(_life);

        Assert.Equal(["app old Running"], _lab.Ours("app"));
        Assert.Equal(0, (long)_lab.Host.Find("app")!.HostConfig["NanoCpus"]!);
    }

    [Fact]
    public async Task ForeignContainer_TakenOver_IsMadeAnewWhenTheMemoryIsFree()
    {
        var (name, id) = await TakeOverAsync();
        Assert.Empty(_lab.Ours(name));
        Assert.Equal(ContainerStatus.Exited, _lab.Host.Find(id)!.Status);
        Assert.Contains("its video memory is not free yet", _life.Now.Of($"id-{name}")?.Explanation, StringComparison.Ordinal);

        _lab.Measure(Cards.TotalMiB, Now.AddSeconds(1));
        await _lab.SettleAsync(_life);

        Assert.Equal([$"{name} serve Running"], _lab.Ours(name));
        Assert.Null(_lab.Host.Find(id));
    }

    [Fact]
    public async Task ForeignContainer_NotWantedAnyMoreMeanwhile_RunsAsBefore()
    {
        var (name, id) = await TakeOverAsync();

        await _life.SaveAsync(new DesiredEdit.RemoveContainer($"id-{name}"));
        await _lab.SettleAsync(_life);

        var foreign = _lab.Host.Find(name)!;
        Assert.Equal((id, true), (foreign.Id, foreign.IsRunning));
        Assert.Null(_life.Now.Of($"id-{name}"));
    }

    private DesiredContainer WithoutItsSecret(string command) => _lab.WantedAlone("app", command) with
    {
        Variables = [new ContainerVariable { Name = "HF_TOKEN", Secret = "not-kept" }],
    };

    /// <summary>The card is free for it, and then held by the one that it replaces.</summary>
    private async Task<(string Name, string Id)> TakeOverAsync()
    {
        await _life.SaveAsync(new DesiredEdit.RemoveContainer("id-app"));
        await _lab.SettleAsync(_life);
        _clock.Advance(TimeSpan.FromMinutes(2));
        _lab.Measure(Little, Now);
        var (name, id) = _lab.Host.Containers.Where(container => container.IsRunning).Select(container => (container.Name, container.Id)).First();
        await _life.SaveAsync(new DesiredEdit.PutContainer(_lab.WantedAlone(name, "serve") with { AdoptedId = id }));
        await _lab.SettleAsync(_life);
        return (name, id);
    }

    private async Task ChangeAsync()
    {
        await _life.SaveAsync(new DesiredEdit.PutContainer(_lab.WantedAlone("app", "new")));
        await _lab.SettleAsync(_life);
    }
}
