using HomelabPortal.ConformanceTests.Servers;
using HomelabPortal.Docker;

namespace HomelabPortal.ConformanceTests.Docker;

/// <summary>The life of a container, the same on every daemon.</summary>
public abstract class DockerContainerConformance : DockerConformance
{
    [ConformanceFact]
    public async Task Host_TellsWhatItIs()
    {
        var ping = await Client.PingAsync(Limit);
        var version = await Client.VersionAsync(Limit);
        var info = await Client.InfoAsync(Limit);
        Assert.Equal((ping.ApiVersion, "linux"), (version.ApiVersion, version.Os));
        Assert.Equal(version.Version, info.ServerVersion);
        Assert.True(info is { Processors: > 0, MemoryBytes: > 0, Name.Length: > 0, Id.Length: > 0 }, $"{info}");
        Assert.Contains(info.DefaultRuntime!, info.Runtimes!.Keys);
    }

    [ConformanceFact]
    public async Task Container_FromCreationToRemoval_GoesThroughItsStates()
    {
        var id = await CreateAsync(Shell(Server));
        Assert.Equal("created", (await InspectAsync(id)).State?.Status);

        Assert.Equal(StartResult.Started, await Client.StartAsync(id, Limit));
        Assert.Equal(StartResult.AlreadyRunning, await Client.StartAsync(id, Limit));
        var running = await InspectAsync(id);
        Assert.True(running is { Id: var same, State: { Status: "running", Running: true, Pid: > 0 } } && same == id);
        Assert.InRange(running.State!.StartedAt!.Value, running.Created!.Value, running.Created.Value.AddMinutes(1));

        Assert.Equal(StopResult.Stopped, await Client.StopAsync(id, TimeSpan.FromSeconds(20), Limit));
        Assert.Equal(StopResult.AlreadyStopped, await Client.StopAsync(id, TimeSpan.FromSeconds(20), Limit));
        var stopped = await InspectAsync(id);
        Assert.Equal(("exited", 3, false, 0), (stopped.State?.Status, stopped.State?.ExitCode, stopped.State?.Running, stopped.State?.Pid));

        Assert.True(await Client.RemoveAsync(id, force: false, Limit));
        Assert.False(await Client.RemoveAsync(id, force: false, Limit));
        Assert.Null(await Client.InspectContainerAsync(id, Limit));
    }

    [ConformanceFact]
    public async Task Container_ThatEndsByItself_KeepsItsExitCode()
    {
        var id = await RunAsync(Shell("exit 7"));
        var ended = await UntilAsync(id, "exited");
        Assert.Equal((7, false, ""), (ended.State?.ExitCode, ended.State?.WasOutOfMemory, ended.State?.Error));
        // A short run may be noted as ended before it is noted as started.
        Assert.True(ended.State?.FinishedAt > ended.Created);
    }

    [ConformanceFact]
    public async Task Container_ThatDoesNotListen_IsKilledAfterTheGrace()
    {
        var id = await RunAsync(Shell("while true; do sleep 1; done"));
        Assert.Equal(StopResult.Stopped, await Client.StopAsync(id, TimeSpan.FromSeconds(1), Limit));
        Assert.Equal(137, (await InspectAsync(id)).State?.ExitCode);
    }

    [ConformanceFact]
    public async Task Restart_RunsItAnew_WhetherItRanOrNot()
    {
        var id = await RunAsync(Shell(Server));
        var first = (await InspectAsync(id)).State?.StartedAt;
        await Client.RestartAsync(id, TimeSpan.FromSeconds(20), Limit);
        var second = (await InspectAsync(id)).State;
        Assert.True(second is { Running: true } && second.StartedAt > first);
        await Client.StopAsync(id, TimeSpan.FromSeconds(20), Limit);
        await Client.RestartAsync(id, null, Limit);
        Assert.Equal("running", (await InspectAsync(id)).State?.Status);
    }

    [ConformanceFact]
    public async Task Container_IsMadeAsItWasAskedFor()
    {
        var name = NewName();
        var id = await CreateAsync(
            Shell("exit 0") with
            {
                Env = ["GREETING=grüße"],
                Labels = new Dictionary<string, string> { ["conformance"] = "a=b" },
                Tty = true,
                HostConfig = new HostConfig { NetworkMode = "none", RestartPolicy = new RestartPolicy { Name = "on-failure", MaximumRetryCount = 2 } },
            },
            name);
        var details = await InspectAsync(name);
        Assert.Equal((id, "/" + name, RealDocker.Image), (details.Id, details.Name, details.Config?.Image));
        Assert.Contains("GREETING=grüße", details.Config!.Env!);
        Assert.Equal(("a=b", true), (details.Config.Labels!["conformance"], details.Config.Tty));
        Assert.Equal(("none", "on-failure", 2), (details.HostConfig?.NetworkMode, details.HostConfig?.RestartPolicy?.Name, details.HostConfig?.RestartPolicy?.MaximumRetryCount));
        Assert.Equal(id, (await InspectAsync(id[..12])).Id);
    }

    [ConformanceFact]
    public async Task List_ShowsWhatTheFilterLetsThrough()
    {
        var label = NewName();
        var spec = Shell(Server) with { Labels = new Dictionary<string, string> { ["conformance"] = label } };
        var runningName = NewName();
        var running = await CreateAsync(spec, runningName);
        await Client.StartAsync(running, Limit);
        var created = await CreateAsync(spec);

        var all = await Client.ListContainersAsync(new ContainerFilter { Labels = [$"conformance={label}"] }, Limit);
        Assert.Equal(new[] { running, created }.Order(), all.Select(container => container.Id).Order());
        var one = Assert.Single(await Client.ListContainersAsync(new ContainerFilter { All = false, Labels = [$"conformance={label}"] }, Limit));
        Assert.Equal((runningName, "running", RealDocker.Image), (one.Name, one.State, one.Image));
        Assert.StartsWith("Up ", one.Status, StringComparison.Ordinal);
        Assert.Equal(spec.HostConfig!.NetworkMode, one.HostConfig?.NetworkMode);
        Assert.Equal(created, Assert.Single(await Client.ListContainersAsync(new ContainerFilter { Labels = [$"conformance={label}"], States = ["created"] }, Limit)).Id);
        Assert.Contains((await Client.ListContainersAsync(null, Limit)), container => container.Id == created);
        Assert.Empty(await Client.ListContainersAsync(new ContainerFilter { Labels = ["conformance=" + NewName()] }, Limit));
    }

    [ConformanceFact]
    public async Task Refusals_AreTold()
    {
        var name = NewName();
        var id = await CreateAsync(Shell(Server), name);
        await Client.StartAsync(id, Limit);
        var conflict = await FailsAsync(DockerErrorKind.NameConflict, () => CreateAsync(Shell("exit 0"), name));
        Assert.Contains(id, conflict.DaemonMessage, StringComparison.Ordinal);
        await FailsAsync(DockerErrorKind.WrongState, () => Client.RemoveAsync(id, force: false, Limit));
        await FailsAsync(DockerErrorKind.ImageMissing, () => CreateAsync(new ContainerSpec { Image = "homelab-portal-test:none" }));
        await FailsAsync(DockerErrorKind.InvalidRequest, () => CreateAsync(Shell("exit 0"), "-bad"));
        await FailsAsync(DockerErrorKind.NotFound, () => Client.StartAsync(NewName(), Limit));
        await FailsAsync(DockerErrorKind.NotFound, () => Client.StopAsync(NewName(), null, Limit));
        await FailsAsync(DockerErrorKind.NotFound, () => Client.RestartAsync(NewName(), null, Limit));
    }

    [ConformanceFact]
    public async Task Start_OnATakenPort_FailsAndLeavesTheContainerWithTheReason()
    {
        var first = await RunAsync(Publishing(isExposed: true));
        Assert.Equal("18080", (await InspectAsync(first)).NetworkSettings?.Ports?["80/tcp"]?[0].HostPort);
        var second = await CreateAsync(Publishing(isExposed: true));
        var fault = await FailsAsync(DockerErrorKind.PortInUse, () => Client.StartAsync(second, Limit));
        var left = await InspectAsync(second);
        Assert.Equal(("created", 128), (left.State?.Status, left.State?.ExitCode));
        Assert.Equal(fault.DaemonMessage, left.State?.Error);
    }

    [ConformanceFact]
    public async Task Port_ThatIsNotExposed_IsSilentlyNotPublished()
    {
        await RunAsync(Publishing(isExposed: true));
        var second = await RunAsync(Publishing(isExposed: false));
        Assert.Equal("running", (await InspectAsync(second)).State?.Status);
    }

    [ConformanceFact]
    public async Task Start_WithAGpu_WhereNoToolkitIs_FailsAndLeavesTheContainerWithTheReason()
    {
        foreach (var driver in new[] { "nvidia", "", "none-such" })
        {
            var id = await CreateAsync(Shell(Server) with
            {
                HostConfig = new HostConfig { DeviceRequests = [new DeviceRequest { Driver = driver, Count = -1, Capabilities = [["gpu"]] }] },
            });
            var fault = await FailsAsync(DockerErrorKind.GpuDriverMissing, () => Client.StartAsync(id, Limit));
            Assert.Equal(("created", fault.DaemonMessage), ((await InspectAsync(id)).State?.Status, (await InspectAsync(id)).State?.Error));
        }
    }

    private static ContainerSpec Publishing(bool isExposed) => Shell(Server) with
    {
        ExposedPorts = isExposed ? new Dictionary<string, ExposedPort?> { ["80/tcp"] = new() } : null,
        HostConfig = new HostConfig
        {
            PortBindings = new Dictionary<string, IReadOnlyList<PortBinding>?> { ["80/tcp"] = [new PortBinding { HostIp = "127.0.0.1", HostPort = "18080" }] },
        },
    };
}
