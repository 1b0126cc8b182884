using System.Diagnostics;
using HomelabPortal.ConformanceTests.Docker;
using HomelabPortal.ConformanceTests.Servers;
using HomelabPortal.Desired;
using HomelabPortal.Desired.Containers;
using HomelabPortal.Docker;
using HomelabPortal.Lab;
using HomelabPortal.Reconcile;
using HomelabPortal.Testing;
using HomelabPortal.Tests.Gpu.Containers.Writing;
using HomelabPortal.Tests.Reconcile;

namespace HomelabPortal.ConformanceTests.Gpu;

/// <summary>What the portal does with the containers that it looks after, on any daemon: it settles, holds, goes back, and touches nobody else's.</summary>
public abstract class ContainerTargetConformance : DockerConformance
{
    /// <summary>An image whose containers fail the check of these tests.</summary>
    internal const string SickImage = "homelab-portal-test:sick";

    /// <summary>An image that asks for a volume at /data.</summary>
    internal const string VolumeImage = "homelab-portal-test:volume";
    private const string Host = "host";
    private const int Port = 18_082;
    private static readonly TimeSpan _wait = TimeSpan.FromSeconds(30);
    private readonly TemporaryFolder _folder = new();
    private readonly List<IDisposable> _open = [];
    private readonly string _name = NewName();
    private PortalLife? _life;

    private protected DockerConnection Connection { get; private set; } = null!;

    [ConformanceFact]
    public async Task Container_ThatIsWanted_RunsAsAsked_AndASecondLookWantsNothing()
    {
        var wanted = Wanted(_name) with
        {
            MemoryMiB = 64, SharedMemoryMiB = 16, Labels = Wanted(_name).Labels.Add("shelf", "models"), Ports = [new PublishedPort("127.0.0.1", Port, 80)], Gpu = GpuRequest.All,
        };
        await WantAsync(wanted);

        var made = await InspectAsync(_name);
        Assert.Equal((RealDocker.Image, "unless-stopped", 16 << 20), (made.Config?.Image, made.HostConfig?.RestartPolicy?.Name, made.HostConfig?.ShmSize));
        Assert.Equal(("models", "id-" + _name), (made.Config!.Labels!["shelf"], made.Config.Labels["homelabportal.app"]));
        Assert.Contains("GREETING=one", made.Config.Env!);
        Assert.Equal($"{Port}", made.NetworkSettings?.Ports?["80/tcp"]?[0].HostPort);
        Assert.Equal("nvidia", Assert.Single(made.HostConfig!.DeviceRequests!).Driver);
        Assert.True(await _life!.PassAsync());
        Assert.Equal((made.Id, made.State!.StartedAt), ((await InspectAsync(_name)).Id, (await InspectAsync(_name)).State!.StartedAt));
    }

    [ConformanceFact]
    public async Task Container_WithAnotherSpecification_TakesTheFormersPlaceAndData_AndGoesLeavingItsVolume()
    {
        var former = await WantAsync(Wanted(_name));
        var next = await WantAsync(Wanted(_name, "two"));

        Assert.NotEqual(former.Id, next.Id);
        Assert.Contains("GREETING=two", next.Config!.Env!);
        Assert.Null(await Client.InspectContainerAsync(former.Id, Limit));
        await AssertWrittenAsync(times: 2);

        await _life!.SaveAsync(new DesiredEdit.RemoveContainer("id-" + _name));
        await UntilAsync(phase: null);

        Assert.Null(await Client.InspectContainerAsync(next.Id, Limit));
        Assert.Equal(_name, (await Client.InspectVolumeAsync(_name, Limit))?.Name);
    }

    [ConformanceFact]
    public async Task Container_WhoseNewImageIsUnhealthy_IsTheFormerAgainInTime_WithItsData()
    {
        var former = await WantAsync(Wanted(_name));
        // It does not heed the signal to end, as many do not.
        await _life!.SaveAsync(new DesiredEdit.PutContainer(Wanted(_name) with { Image = SickImage, Command = ["sleep", "1000"] }));
        await _life.PassAsync();
        await Eventually.HoldsAsync(async () => await HealthAsync() == "unhealthy", () => "The new one was never judged.", _wait, Limit);

        var verdict = Stopwatch.StartNew();
        await Eventually.HoldsAsync(
            async () =>
            {
                await _life.PassAsync();
                return await Client.InspectContainerAsync(_name, Limit) is { State.Running: true } there && there.Id == former.Id;
            },
            () => $"{_life.Now.Of("id-" + _name)}", _wait, Limit);
        Assert.InRange(verdict.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(10));

        await UntilAsync(OwnerPhase.Refused);
        Assert.Contains("its check said that it does not serve", _life.Now.Of("id-" + _name)?.Explanation, StringComparison.Ordinal);
        Assert.Equal([former.Id], await OursAsync());
        await AssertWrittenAsync(times: 2);
    }

    [ConformanceFact]
    public async Task Container_WhoseImageAsksForAVolume_KeepsItThroughChanges()
    {
        var former = await WantAsync(Wanted(_name) with { Image = VolumeImage, Volumes = [] });
        var kept = Assert.Single(former.Mounts!, mount => mount.Destination == "/data").Name;
        var second = await WantAsync(Wanted(_name, "two") with { Image = VolumeImage, Volumes = [] });
        var third = await WantAsync(Wanted(_name, "three") with { Image = VolumeImage, Volumes = [] });

        Assert.Equal(3, new[] { former.Id, second.Id, third.Id }.Distinct().Count());
        foreach (var made in new[] { second, third })
            Assert.Equal(("volume", kept), made.Mounts!.Where(mount => mount.Destination == "/data").Select(mount => (mount.Type, mount.Name)).Single());
    }

    [ConformanceFact]
    public async Task Container_ChangedByHand_IsPutRight()
    {
        var first = await WantAsync(Wanted(_name));

        await Client.StopAsync(first.Id, null, Limit);
        await AgainAsync(first.Id);

        await Client.RenameAsync(first.Id, _name + "-by-hand", Limit);
        await AgainAsync(first.Id);

        await Client.UpdateAsync(first.Id, new ContainerUpdate { RestartPolicy = new RestartPolicy { Name = "no" } }, Limit);
        await AgainAsync(null);
        var second = await InspectAsync(_name);
        Assert.Equal("unless-stopped", second.HostConfig?.RestartPolicy?.Name);

        await Client.RemoveAsync(second.Id, force: true, Limit);
        await AgainAsync(null);
        Assert.Single(await OursAsync());
    }

    [ConformanceFact]
    public async Task Start_ThatFails_LeavesNothingBehind_AndTheFormerServes()
    {
        await RunAsync(Shell(Server) with
        {
            ExposedPorts = new Dictionary<string, ExposedPort?> { ["80/tcp"] = new() },
            HostConfig = new HostConfig { PortBindings = new Dictionary<string, IReadOnlyList<PortBinding>?> { ["80/tcp"] = [new PortBinding { HostIp = "127.0.0.1", HostPort = $"{Port + 1}" }] } },
        });
        var taken = Wanted(_name) with { Ports = [new PublishedPort("127.0.0.1", Port + 1, 80)] };
        await BeginAsync();
        await _life!.SaveAsync(new DesiredEdit.PutContainer(taken));
        await UntilAsync(OwnerPhase.Refused);
        Assert.Empty(await OursAsync());

        var former = await WantAsync(Wanted(_name));
        await _life.SaveAsync(new DesiredEdit.PutContainer(taken with { Attempt = 1 }));
        await UntilAsync(OwnerPhase.Refused);
        Assert.Equal([former.Id], await OursAsync());
        Assert.True((await InspectAsync(_name)).State?.Running);
    }

    [ConformanceFact]
    public async Task Container_OfSomebodyElse_IsUntouched_UntilItIsTakenOver()
    {
        var spec = Shell(Server) with { Labels = new Dictionary<string, string> { ["made-by"] = "hand" } };
        var foreign = await CreateAsync(spec, _name);
        await Client.StartAsync(foreign, Limit);
        var before = (await InspectAsync(_name)).State!.StartedAt;
        await BeginAsync();
        await _life!.SaveAsync(new DesiredEdit.PutContainer(Wanted(_name)));
        await UntilAsync(OwnerPhase.Refused);
        await _life.SaveAsync(new DesiredEdit.RemoveContainer("id-" + _name));
        await UntilAsync(phase: null);
        Assert.Equal((foreign, before, true), ((await InspectAsync(_name)).Id, (await InspectAsync(_name)).State!.StartedAt, (await InspectAsync(_name)).State!.Running));

        var ours = await WantAsync(Wanted(_name) with { AdoptedId = foreign });
        Assert.NotEqual(foreign, ours.Id);
        Assert.Null(await Client.InspectContainerAsync(foreign, Limit));
    }

    [ConformanceFact]
    public Task Recreate_KilledAfterTheOldOneStopped_EndsWithTheNewOneAlone() => DiesAfterAsync("/stop");

    [ConformanceFact]
    public Task Recreate_KilledAfterTheNewOneWasMade_EndsWithTheNewOneAlone() => DiesAfterAsync("/create");

    [ConformanceFact]
    public Task Recreate_KilledAfterTheNewOneStarted_EndsWithTheNewOneAlone() => DiesAfterAsync("/start");

    protected sealed override async Task DisconnectAsync()
    {
        _life?.Dispose();
        foreach (var open in _open)
            open.Dispose();
        _folder.Dispose();
        await StopAsync();
    }

    private protected sealed override async Task<DockerConnection> ConnectAsync() => Connection = await StartAsync();

    private protected abstract Task<DockerConnection> StartAsync();

    private protected virtual Task StopAsync() => Task.CompletedTask;

    /// <summary>The volume has a line for each start of a container of ours, so nothing of it was lost.</summary>
    private protected abstract Task AssertWrittenAsync(string name, int times);

    private Task AssertWrittenAsync(int times) => AssertWrittenAsync(_name, times);

    private async Task DiesAfterAsync(string word)
    {
        var former = await WantAsync(Wanted(_name));
        await _life!.SaveAsync(new DesiredEdit.PutContainer(Wanted(_name, "two")));
        _life.Dispose();
        var crash = new CrashPoint(int.MaxValue);
        using (var client = new DockerClient(Connection, TimeProvider.System, null, new PowerCut(Connection, word, crash)))
        using (var dying = await ContainerPortal.BeginAsync(_folder.Path, new DockerHost(Host, null, client), _open, crash))
        {
            await Assert.ThrowsAsync<CrashException>(() => dying.PassAsync());
        }

        Assert.True(crash.HasDied);
        _life = null;
        await BeginAsync();
        await UntilAsync(OwnerPhase.InPlace);

        Assert.NotEqual(former.Id, Assert.Single(await OursAsync()));
        Assert.Contains("GREETING=two", (await InspectAsync(_name)).Config!.Env!);
        Assert.Null(await Client.InspectContainerAsync(former.Id, Limit));
    }

    private async Task BeginAsync()
    {
        RemoveAfterwards(_name);
        _life ??= await ContainerPortal.BeginAsync(_folder.Path, new DockerHost(Host, null, Client), _open, null);
    }

    private async Task<ContainerDetails> WantAsync(DesiredContainer wanted)
    {
        await BeginAsync();
        await _life!.SaveAsync(new DesiredEdit.PutContainer(wanted));
        await UntilAsync(OwnerPhase.InPlace);
        return await InspectAsync(_name);
    }

    /// <summary>It runs under its name again; null for any that is ours.</summary>
    private async Task AgainAsync(string? id)
    {
        await UntilAsync(OwnerPhase.InPlace);
        var there = await InspectAsync(_name);
        Assert.True(there.State?.Running);
        Assert.Equal(id ?? there.Id, there.Id);
    }

    private Task UntilAsync(OwnerPhase? phase) => Eventually.HoldsAsync(
        async () =>
        {
            // The first pass may act, so it is the next one that tells how things stand.
            var isCalm = await _life!.PassAsync();
            return isCalm && _life.Now.Of("id-" + _name)?.Phase == phase;
        },
        () => $"{_life!.Now.Of("id-" + _name)}", _wait, Limit);

    private async Task<string?> HealthAsync() => (await Client.InspectContainerAsync(_name, Limit))?.State?.Health?.Status;

    private async Task<IReadOnlyList<string>> OursAsync() =>
        [.. (await Client.ListContainersAsync(new ContainerFilter { Labels = [$"homelabportal.app=id-{_name}"] }, Limit)).Select(container => container.Id)];

    private static DesiredContainer Wanted(string name, string greeting = "one") => new()
    {
        Id = "id-" + name, Host = Host, Name = name, Image = RealDocker.Image, Command = ["sh", "-c", $"echo written >> /data/lines; {Server}"],
        Variables = [new ContainerVariable { Name = "GREETING", Value = greeting }], Volumes = [new ContainerVolume(name, "/data")],
        Health = new HealthProbe("test ! -e /etc/sick", IntervalSeconds: 1, TimeoutSeconds: 5, Retries: 1),
    };
}
