using System.Text;
using HomelabPortal.ConformanceTests.Servers;
using HomelabPortal.Docker;

namespace HomelabPortal.ConformanceTests.Docker;

/// <summary>Commands inside containers, changes of containers, images and use, the same on every daemon.</summary>
public abstract class DockerCommandConformance : DockerConformance
{
    [ConformanceFact]
    public async Task Command_Captured_GivesItsCodeAndStreams()
    {
        var id = await RunAsync(Shell(Server));
        var result = await Client.ExecAsync(id, new ExecSpec { Command = ["sh", "-c", "echo hi; echo oops >&2; exit 3"] }, Limit);
        Assert.Equal(new ExecResult(3, "hi\n", "oops\n"), result);
    }

    [ConformanceFact]
    public async Task Command_ThatIsNotThere_EndsAsAShellWouldSay()
    {
        var id = await RunAsync(Shell(Server));
        var result = await Client.ExecAsync(id, new ExecSpec { Command = ["nvidia-smi-nope"] }, Limit);
        Assert.True(result.ExitCode is 126 or 127, $"{result}");
        Assert.Contains("nvidia-smi-nope", result.Output, StringComparison.Ordinal);
    }

    [ConformanceFact]
    public async Task Command_InAContainerThatDoesNotRun_IsRefused()
    {
        var id = await CreateAsync(Shell(Server));
        await FailsAsync(DockerErrorKind.WrongState, () => Client.ExecAsync(id, new ExecSpec { Command = ["true"] }, Limit));
    }

    [ConformanceFact]
    public async Task Terminal_PassesInputAndItsEnd()
    {
        var id = await RunAsync(Shell(Server));
        await using var terminal = await Client.AttachExecAsync(id, new ExecSpec { Command = ["cat"] }, Limit);
        Assert.True(terminal.TakesInput);
        await terminal.WriteAsync("hello\n"u8.ToArray(), Limit);
        Assert.Equal("hello\n", Encoding.UTF8.GetString((await terminal.ReadAsync(Limit))!.Value.Bytes.Span));
        await terminal.CompleteInputAsync();
        Assert.Null(await terminal.ReadAsync(Limit));
        Assert.Equal(0, await terminal.ExitCodeAsync(Limit));
    }

    [ConformanceFact]
    public async Task Container_RenamedAndUpdated_IsFoundSo()
    {
        var id = await CreateAsync(Shell(Server));
        var (name, taken) = (NewName(), NewName());
        await CreateAsync(Shell(Server), taken);
        await Client.RenameAsync(id, name, Limit);
        await FailsAsync(DockerErrorKind.NameConflict, () => Client.RenameAsync(id, taken, Limit));
        await Client.UpdateAsync(id, new ContainerUpdate { RestartPolicy = new RestartPolicy { Name = "on-failure", MaximumRetryCount = 3 } }, Limit);
        await FailsAsync(DockerErrorKind.InvalidRequest, () => Client.UpdateAsync(id, new ContainerUpdate { RestartPolicy = new RestartPolicy { Name = "always", MaximumRetryCount = 3 } }, Limit));
        var details = await InspectAsync(name);
        Assert.Equal((id, "on-failure", 3), (details.Id, details.HostConfig?.RestartPolicy?.Name, details.HostConfig?.RestartPolicy?.MaximumRetryCount));
    }

    [ConformanceFact]
    public async Task Wait_ForTheEnd_TellsTheCode()
    {
        var id = await RunAsync(Shell("sleep 1; exit 7"));
        Assert.Equal(7, (await Client.WaitAsync(id, WaitCondition.NotRunning, Limit)).ExitCode);
        Assert.Equal(7, (await Client.WaitAsync(id, WaitCondition.NotRunning, Limit)).ExitCode);
    }

    [ConformanceFact]
    public async Task Kill_EndsIt_AndIsRefusedAfter()
    {
        var id = await RunAsync(Shell(Server));
        await Client.KillAsync(id, "SIGKILL", Limit);
        await UntilAsync(id, "exited");
        Assert.Equal(137, (await InspectAsync(id)).State?.ExitCode);
        await FailsAsync(DockerErrorKind.WrongState, () => Client.KillAsync(id, "SIGKILL", Limit));
    }

    [ConformanceFact]
    public async Task Processes_AreTheHosts_AndOnlyOfWhatRuns()
    {
        var id = await RunAsync(Shell(Server));
        var main = (await InspectAsync(id)).State!.Pid;
        Assert.Contains(main, (await Client.TopAsync(id, "-eo pid", Limit)).ProcessIds());
        await Client.KillAsync(id, "SIGKILL", Limit);
        await UntilAsync(id, "exited");
        await FailsAsync(DockerErrorKind.WrongState, () => Client.TopAsync(id, "-eo pid", Limit));
    }

    [ConformanceFact]
    public async Task Sample_GrowsWhileItRuns_AndIsNoneAfter()
    {
        var id = await RunAsync(Shell(Server));
        var first = await Client.SampleAsync(id, Limit);
        var second = await Client.SampleAsync(id, Limit);
        Assert.True(first is { Processors: > 0, MemoryLimitBytes: > 0 } && second!.At >= first.At && second.CpuNanoseconds >= first.CpuNanoseconds, $"{first} {second}");
        await Client.KillAsync(id, "SIGKILL", Limit);
        await UntilAsync(id, "exited");
        Assert.Null(await Client.SampleAsync(id, Limit));
    }

    [ConformanceFact]
    public async Task Image_TaggedAndUntagged_StaysTheSame()
    {
        var image = (await Client.InspectImageAsync(RealDocker.Image, Limit))!;
        var tag = NewName();
        await Client.TagImageAsync(RealDocker.Image, "homelab-portal-test", tag, Limit);
        Assert.Equal(image.Id, (await Client.InspectImageAsync($"homelab-portal-test:{tag}", Limit))?.Id);
        Assert.Contains(await Client.ListImagesAsync(Limit), one => one.Id == image.Id && one.RepoTags!.Contains($"homelab-portal-test:{tag}"));
        var removed = await Client.RemoveImageAsync($"homelab-portal-test:{tag}", force: false, Limit);
        Assert.Equal([$"homelab-portal-test:{tag}"], removed.Select(one => one.Untagged));
        Assert.Null(await Client.InspectImageAsync($"homelab-portal-test:{tag}", Limit));
        Assert.Empty(await Client.RemoveImageAsync($"homelab-portal-test:{tag}", force: false, Limit));
    }

    [ConformanceFact]
    public async Task Volumes_AreMadeWithTheirContainer_AndHeldByIt()
    {
        var volume = NewName();
        var id = await CreateAsync(Shell(Server) with { HostConfig = new HostConfig { NetworkMode = "none", Mounts = [new MountSpec { Type = "volume", Source = volume, Target = "/data" }] } });
        Assert.Contains(await Client.ListVolumesAsync(Limit), one => one.Name == volume);
        Assert.Equal(volume, (await Client.InspectVolumeAsync(volume, Limit))?.Name);
        await FailsAsync(DockerErrorKind.WrongState, () => Client.RemoveVolumeAsync(volume, Limit));
        Assert.True(await Client.RemoveAsync(id, force: true, Limit));
        Assert.True(await Client.RemoveVolumeAsync(volume, Limit));
        Assert.False(await Client.RemoveVolumeAsync(volume, Limit));
        Assert.Null(await Client.InspectVolumeAsync(volume, Limit));
    }

    [ConformanceFact]
    public async Task Host_TellsNetworksAndDisk()
    {
        Assert.Contains(await Client.ListNetworksAsync(Limit), network => network is { Name: "none", Driver: "null" });
        var usage = await Client.DiskUsageAsync(Limit);
        Assert.True(usage.Images?.Count > 0 && usage.LayersSize > 0, $"{usage}");
    }

    [ConformanceFact]
    public async Task Files_ArePutIntoAContainer() =>
        await Client.PutFilesAsync(await CreateAsync(Shell(Server)), "/tmp", [new ArchiveFile("token", "secret"u8.ToArray(), UnixFileMode.UserRead)], Limit);

    [ConformanceFact]
    public async Task Pull_FromARegistryThatIsNotThere_IsToldSo() =>
        await FailsAsync(DockerErrorKind.RegistryUnreachable, async () =>
        {
            await foreach (var report in Client.PullAsync("registry.invalid/lab/app:1", null, Limit)) Assert.Fail(report.Status);
        });
}
