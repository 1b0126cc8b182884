using System.Text.Json.Nodes;
using HomelabPortal.Desired;
using HomelabPortal.Desired.Containers;
using HomelabPortal.Reconcile;
using HomelabPortal.Tests.Reconcile;

namespace HomelabPortal.Tests.Gpu.Containers.Writing;

/// <summary>A container that is to be stopped keeps the one before it until a start was proved.</summary>
public sealed class ContainerStopTests : IAsyncLifetime
{
    private ContainerLab _lab = null!;
    private PortalLife _life = null!;

    public async Task InitializeAsync()
    {
        _lab = await ContainerLab.StartAsync();
        _life = await _lab.BeginAsync(_lab.NewFolder(), new DockerWire([ContainerLab.Image]));
    }

    public async Task DisposeAsync()
    {
        _life.Dispose();
        await _lab.DisposeAsync();
    }

    [Fact]
    public async Task StoppedForeignContainer_TakenOver_IsKeptUntilTheNewOneServed()
    {
        var foreign = _lab.Host.Create("theirs", new JsonObject { ["Image"] = ContainerLab.Image, ["Cmd"] = new JsonArray("serve") });
        var wanted = _lab.Wanted("theirs") with { AdoptedId = foreign.Id, IsStopped = true };
        await WantAsync(wanted);

        Assert.Equal(["theirs serve Created"], _lab.Ours("theirs"));
        Assert.Same(foreign, _lab.Host.Find(foreign.Id));
        Assert.Equal(OwnerPhase.InPlace, _life.Now.Of("id-theirs")?.Phase);

        await WantAsync(wanted with { IsStopped = false });

        Assert.Equal(["theirs serve Running"], _lab.Ours("theirs"));
        Assert.Null(_lab.Host.Find(foreign.Id));
    }

    [Fact]
    public async Task NewVersion_StoppedBeforeItServed_LeavesTheFormerAside()
    {
        await BeginAnotherAsync();
        await WantAsync(New with { IsStopped = true });

        Assert.Equal(["app new Exited", "old Exited"], _lab.Ours("app").Select(Short).Order(StringComparer.Ordinal));

        await WantAsync(New);

        Assert.Equal(["app new Running"], _lab.Ours("app"));
    }

    [Fact]
    public async Task NewVersion_StoppedAndStartedAndSick_GivesWayToTheFormer()
    {
        _lab.SickCommand = "new";
        await BeginAnotherAsync();
        await WantAsync(New with { IsStopped = true });

        await WantAsync(New);

        Assert.Equal(["app old Running"], _lab.Ours("app"));
        Assert.Equal(OwnerPhase.Refused, _life.Now.Of("id-app")?.Phase);
    }

    /// <summary>Whatever the rules for what ends by itself or is stopped by hand: this was the owner's own stop.</summary>
    [Theory]
    [InlineData(RestartRule.No, DriftRule.Restore)]
    [InlineData(RestartRule.OnFailure, DriftRule.Notice)]
    [InlineData(RestartRule.UnlessStopped, DriftRule.Notice)]
    public async Task Container_StoppedAndStartedByItsOwner_Runs(RestartRule restart, DriftRule drift)
    {
        var wanted = _lab.Wanted("app") with { Restart = restart, OnDrift = drift };
        await WantAsync(wanted);
        await WantAsync(wanted with { IsStopped = true });
        Assert.Equal(["app serve Exited"], _lab.Ours("app"));

        await WantAsync(wanted);

        Assert.Equal(["app serve Running"], _lab.Ours("app"));
    }

    private DesiredContainer New => _lab.Wanted("app", "new");

    /// <summary>The former runs, and the new one was made and is not judged yet.</summary>
    private async Task BeginAnotherAsync()
    {
        await WantAsync(_lab.Wanted("app", "old"));
        await _life.SaveAsync(new DesiredEdit.PutContainer(New));
        await _life.PassAsync();
        Assert.Equal("starting", _lab.Host.Find("app")!.Health);
    }

    private async Task WantAsync(DesiredContainer container)
    {
        await _life.SaveAsync(new DesiredEdit.PutContainer(container));
        await _lab.SettleAsync(_life);
    }

    /// <summary>Without the name that one bears while it is aside.</summary>
    private static string Short(string container) => container.Contains(".prev-", StringComparison.Ordinal) ? container[(container.IndexOf(' ', StringComparison.Ordinal) + 1)..] : container;
}
