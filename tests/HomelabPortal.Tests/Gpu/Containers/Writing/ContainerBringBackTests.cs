using HomelabPortal.Desired;
using HomelabPortal.Reconcile;
using HomelabPortal.Tests.Reconcile;

namespace HomelabPortal.Tests.Gpu.Containers.Writing;

/// <summary>When a new version cannot be made, whatever the reason, the one that was put aside for it serves again.</summary>
public sealed class ContainerBringBackTests : IAsyncLifetime
{
    private const string DiskFull = "no space left on device";
    private ContainerLab _lab = null!;
    private PortalLife _life = null!;
    private DockerWire _wire = null!;
    private string _old = "";

    public async Task InitializeAsync()
    {
        _lab = await ContainerLab.StartAsync();
        _wire = new DockerWire([ContainerLab.Image]);
        _life = await _lab.BeginAsync(_lab.NewFolder(), _wire);
        await _life.SaveAsync(new DesiredEdit.PutContainer(_lab.Wanted("app", "old")));
        await _lab.SettleAsync(_life);
        _old = _lab.Host.Find("app")!.Id;
    }

    public async Task DisposeAsync()
    {
        _life.Dispose();
        await _lab.DisposeAsync();
    }

    [Theory]
    [InlineData(DiskFull)]
    [InlineData("fault of the daemon")]
    public async Task NewVersion_ThatCannotBeCreated_GivesWayToTheFormer(string fault)
    {
        _wire.Refuses = path => path.EndsWith("/containers/create", StringComparison.Ordinal) ? fault : null;
        await ChangeAsync();

        AssertBack(fault);
    }

    [Fact]
    public async Task NewVersion_WhoseStartFindsTheDiskFull_GivesWayToTheFormer()
    {
        _wire.Refuses = path => IsStartOfAnother(path) ? DiskFull : null;
        await ChangeAsync();

        AssertBack(DiskFull);
    }

    /// <summary>The answer to its making was lost, so that its start is a step of its own.</summary>
    [Fact]
    public async Task NewVersion_WhoseLaterStartFindsTheDiskFull_GivesWayToTheFormer()
    {
        _wire.LosesAnswerTo = "/containers/create";
        _wire.Refuses = path => IsStartOfAnother(path) ? DiskFull : null;
        await ChangeAsync();

        AssertBack(DiskFull);
    }

    [Fact]
    public async Task Former_ThatCannotBeStartedEither_IsStartedAsSoonAsItCan()
    {
        _wire.Refuses = path => path.EndsWith("/start", StringComparison.Ordinal) ? DiskFull : null;
        await ChangeAsync();
        Assert.Equal(["app old Exited"], _lab.Ours("app"));
        Assert.Contains(DiskFull, _life.Now.Of("id-app")?.Explanation, StringComparison.Ordinal);

        _wire.Refuses = null;
        await _lab.SettleAsync(_life);

        AssertBack(DiskFull);
    }

    [Fact]
    public async Task NewVersion_TriedAgainWhenThereIsRoom_Serves()
    {
        _wire.Refuses = path => path.EndsWith("/containers/create", StringComparison.Ordinal) ? DiskFull : null;
        await ChangeAsync();
        _wire.Refuses = null;

        await _life.SaveAsync(new DesiredEdit.PutContainer(_lab.Wanted("app", "new") with { Attempt = 1 }));
        await _lab.SettleAsync(_life);

        Assert.Equal(["app new Running"], _lab.Ours("app"));
    }

    private bool IsStartOfAnother(string path) => path.EndsWith("/start", StringComparison.Ordinal) && !path.Contains(_old, StringComparison.Ordinal);

    private async Task ChangeAsync()
    {
        await _life.SaveAsync(new DesiredEdit.PutContainer(_lab.Wanted("app", "new")));
        await _lab.SettleAsync(_life);
    }

    private void AssertBack(string why)
    {
        Assert.Equal(["app old Running"], _lab.Ours("app"));
        Assert.Equal(_old, _lab.Host.Find("app")!.Id);
        Assert.Equal(OwnerPhase.Refused, _life.Now.Of("id-app")?.Phase);
        Assert.Contains(why, _life.Now.Of("id-app")?.Explanation, StringComparison.Ordinal);
    }
}
