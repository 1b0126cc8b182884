using HomelabPortal.Desired;
using HomelabPortal.Desired.Containers;
using HomelabPortal.Docker;
using HomelabPortal.Gpu.Containers.Planning;
using HomelabPortal.Lab;
using HomelabPortal.Platform;
using HomelabPortal.Reconcile;
using HomelabPortal.Testing;
using HomelabPortal.Tests.Reconcile;
using ContainerState = HomelabPortal.Gpu.Containers.Writing.ContainerState;

namespace HomelabPortal.Tests.Gpu.Containers.Writing;

public sealed class ContainerTargetTests : IAsyncLifetime
{
    private ContainerLab _lab = null!;
    private PortalLife _life = null!;
    private DockerWire _wire = null!;

    public async Task InitializeAsync()
    {
        _lab = await ContainerLab.StartAsync();
        _wire = new DockerWire([ContainerLab.Image]);
        _life = await _lab.BeginAsync(_lab.NewFolder(), _wire);
    }

    public async Task DisposeAsync()
    {
        _life.Dispose();
        await _lab.DisposeAsync();
    }

    [Fact]
    public async Task Container_ThatIsWanted_RunsAndIsInPlace()
    {
        await WantAsync(_lab.Wanted("granite"));

        Assert.Equal(["granite serve Running"], _lab.Ours("granite"));
        Assert.Equal(OwnerPhase.InPlace, _life.Now.Of("id-granite")?.Phase);
    }

    [Theory]
    [InlineData(null, "cdi")]
    [InlineData(nameof(GpuAttachmentMode.DeviceRequest), "nvidia")]
    public async Task Container_WithAGpu_AsksForItAsTheHostOrItsSettingsSay(string? setting, string driver)
    {
        _lab.Attachment = setting is null ? null : Enum.Parse<GpuAttachmentMode>(setting);
        using var life = await _lab.BeginAsync(_lab.NewFolder(), _wire);

        await life.SaveAsync(new DesiredEdit.PutContainer(_lab.Wanted("granite") with { Gpu = GpuRequest.All }));
        await _lab.SettleAsync(life);

        Assert.Equal(driver, (string?)_lab.Host.Find("granite")!.HostConfig["DeviceRequests"]![0]!["Driver"]);
        Assert.Equal(OwnerPhase.InPlace, life.Now.Of("id-granite")?.Phase);
    }

    [Fact]
    public async Task Volume_ThatStandsForAFolderOfTheHost_IsNotMountedWithoutAnAdmin()
    {
        await WantAsync(_lab.Wanted("granite"));
        _lab.Host.AddVolume("home", "/home/me");

        await WantAsync(_lab.Wanted("granite") with { Volumes = [new ContainerVolume("home", "/data")] });

        Assert.Equal(["granite serve Running"], _lab.Ours("granite"));
        Assert.Null(_lab.Host.Find("granite")!.HostConfig["Binds"]);
        Assert.Contains("Volume home stands for the folder /home/me", _life.Now.Of("id-granite")!.Explanation!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Change_OnAHostThatIsAway_HoldsUpThatHostAlone()
    {
        using var away = new DockerClient(DockerConnection.FromAddress($"http://127.0.0.1:{Checks.AskerTests.ClosedPort()}"), TimeProvider.System);
        using var there = new DockerClient(DockerConnection.FromAddress(_lab.Address.ToString()), TimeProvider.System);
        using var pulls = ContainerPortal.Pulls();
        var target = ContainerPortal.TargetOf([new DockerHost("away", null, away), new DockerHost("there", null, there)], _life.Store, pulls);
        var change = Changes.One(ChangeKind.Create) with { Hint = new ContainerChange(ContainerStep.Create, "away", "granite", "hash").ToJson() };

        Assert.Same(ReadBack.Later, await target.ReadBackAsync(change, CancellationToken.None));
        var view = (ContainerView)await target.ObserveAsync(CancellationToken.None);

        Assert.Equal([("away", true), ("there", false)], view.Hosts.Select(host => (host.Name, host.Fault is not null)));
    }

    [Fact]
    public async Task Host_ThatDoesNotAnswer_IsNotWaitedForAtEveryLook()
    {
        using var silent = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        silent.Start();
        using var away = new DockerClient(DockerConnection.FromAddress($"http://127.0.0.1:{((System.Net.IPEndPoint)silent.LocalEndpoint).Port}"), TimeProvider.System);
        using var pulls = ContainerPortal.Pulls();
        var live = new Live<ContainerState>(ContainerState.Empty, TimeProvider.System);
        live.Publish(new ContainerState([LiveHost.Unseen("away", "It was off.")]));

        var view = (ContainerView)await ContainerPortal.TargetOf([new DockerHost("away", null, away)], _life.Store, pulls, live).ObserveAsync(CancellationToken.None).WaitAsync(TimeSpan.FromSeconds(8));

        Assert.Equal("away does not answer.", view.Find("away")?.Fault);
    }

    [Fact]
    public async Task Container_WithAnotherSpecification_TakesTheFormersPlace()
    {
        await WantAsync(_lab.Wanted("granite"));
        await WantAsync(_lab.Wanted("granite", "serve2"));

        Assert.Equal(["granite serve2 Running"], _lab.Ours("granite"));
        Assert.Equal(OwnerPhase.InPlace, _life.Now.Of("id-granite")?.Phase);
    }

    [Fact]
    public async Task Container_WhoseNewVersionIsUnhealthy_IsTheFormerAgain()
    {
        await WantAsync(_lab.Wanted("granite"));
        await _life.SaveAsync(new DesiredEdit.PutContainer(_lab.Wanted("granite", "serve2")));
        await _life.PassAsync();
        _lab.Host.Find("granite")!.Health = "unhealthy";

        await _lab.SettleAsync(_life);

        Assert.Equal(["granite serve Running"], _lab.Ours("granite"));
        Assert.Equal(OwnerPhase.Refused, _life.Now.Of("id-granite")?.Phase);
        Assert.Contains("its check said that it does not serve", _life.Now.Of("id-granite")?.Explanation, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Container_ThatFailed_IsNotTriedAgainUntilSomebodySaysSo()
    {
        await WantAsync(Publishing(_lab.Wanted("first")));
        var second = Publishing(_lab.Wanted("second"));
        await WantAsync(second);
        var writes = _wire.Writes.Count;
        await _lab.SettleAsync(_life);

        Assert.Equal([], _lab.Ours("second"));
        Assert.Equal(writes, _wire.Writes.Count);
        Assert.Equal(OwnerPhase.Refused, _life.Now.Of("id-second")?.Phase);

        await WantAsync(_lab.Wanted("first"));
        await WantAsync(second with { Attempt = 1 });

        Assert.Equal(["second serve Running"], _lab.Ours("second"));
    }

    [Fact]
    public async Task Container_StoppedByHand_IsStartedAgain()
    {
        await WantAsync(_lab.Wanted("granite"));
        await _lab.HandAsync("containers/granite/stop?t=0");

        await _lab.SettleAsync(_life);

        Assert.Equal(["granite serve Running"], _lab.Ours("granite"));
    }

    [Fact]
    public async Task Container_ThatIsToBeStopped_StaysThere()
    {
        await WantAsync(_lab.Wanted("granite"));
        await WantAsync(_lab.Wanted("granite") with { IsStopped = true });

        Assert.Equal(["granite serve Exited"], _lab.Ours("granite"));
        Assert.Equal(OwnerPhase.InPlace, _life.Now.Of("id-granite")?.Phase);
    }

    [Fact]
    public async Task Container_ThatIsNotWantedAnyMore_IsGone()
    {
        await WantAsync(_lab.Wanted("granite"));
        await _life.SaveAsync(new DesiredEdit.RemoveContainer("id-granite"));

        await _lab.SettleAsync(_life);

        Assert.Equal([], _lab.Ours("granite"));
        Assert.Null(_life.Now.Of("id-granite"));
    }

    [Fact]
    public async Task Container_OfSomebodyElse_IsLeftAloneByItsName()
    {
        var foreign = _lab.Host.Containers[0];
        await WantAsync(_lab.Wanted(foreign.Name));

        Assert.Same(foreign, _lab.Host.Find(foreign.Name));
        Assert.Equal([], _lab.Ours(foreign.Name));
        Assert.Equal(OwnerPhase.Refused, _life.Now.Of($"id-{foreign.Name}")?.Phase);
    }

    [Fact]
    public async Task Container_TakenOver_ReplacesTheForeignOne()
    {
        var foreign = _lab.Host.Containers.First(container => container.IsRunning);
        var (name, id) = (foreign.Name, foreign.Id);
        await WantAsync(_lab.Wanted(name) with { AdoptedId = id });

        Assert.Equal([$"{name} serve Running"], _lab.Ours(name));
        Assert.Null(_lab.Host.Find(id));
    }

    [Fact]
    public async Task Container_WhoseImageIsMissing_WaitsForItWithoutHoldingAnythingUp()
    {
        _wire.Images.Clear();
        await _life.SaveAsync(new DesiredEdit.PutContainer(_lab.Wanted("granite")));
        await _life.PassAsync();
        await Eventually.HoldsAsync(
            async () =>
            {
                await _lab.SettleAsync(_life);
                return _life.Now.Of("id-granite")?.Phase == OwnerPhase.InPlace;
            },
            () => $"{_life.Now.Of("id-granite")}", TimeSpan.FromSeconds(30));

        Assert.Equal(["granite serve Running"], _lab.Ours("granite"));
    }

    [Fact]
    public async Task Policy_ThatOnlyObserves_WritesNothing()
    {
        await _life.SaveAsync(new DesiredEdit.SetPolicy(ChangePolicy.Observe));
        await WantAsync(_lab.Wanted("granite"));

        Assert.Empty(_wire.Writes);
        Assert.Equal(OwnerPhase.Held, _life.Now.Of("id-granite")?.Phase);
    }

    private static DesiredContainer Publishing(DesiredContainer container) => container with { Ports = [new PublishedPort("10.0.0.150", 18_080, 80)] };

    private async Task WantAsync(DesiredContainer container)
    {
        await _life.SaveAsync(new DesiredEdit.PutContainer(container));
        await _lab.SettleAsync(_life);
    }
}
