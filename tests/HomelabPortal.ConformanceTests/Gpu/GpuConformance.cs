using HomelabPortal.ConformanceTests.Docker;
using HomelabPortal.ConformanceTests.Servers;
using HomelabPortal.Docker;
using HomelabPortal.Gpu.Hosts;
using HomelabPortal.Lab;

namespace HomelabPortal.ConformanceTests.Gpu;

/// <summary>Two cards behind the toolkit's hook, the same on every daemon that has one: who is given which, and what is said when they cannot be.</summary>
public abstract class GpuConformance : DockerConformance
{
    private const string Image = RealDocker.Image;
    private static readonly string[][] _gpu = [["gpu"]];

    private protected abstract bool HasDriver { set; }

    [ConformanceFact]
    public async Task Host_WithTheToolkit_TakesRequests()
    {
        var facts = HostFacts.Of(await Client.InfoAsync(Limit), (await Client.PingAsync(Limit)).ApiVersion, null);
        Assert.Equal((GpuAttachmentMode.DeviceRequest, false, 0), (facts.Attachment, facts.IsChosen, facts.Devices.Length));
    }

    [ConformanceFact]
    public async Task Request_ForAll_GivesEveryCard()
    {
        Assert.Equal(RealGpuDocker.Cards, await SeenByAsync(new DeviceRequest { Driver = "", Count = -1, Capabilities = _gpu }));
        Assert.Equal(RealGpuDocker.Cards, await SeenByAsync(new DeviceRequest { Driver = "nvidia", Count = -1, Capabilities = _gpu }));
    }

    [ConformanceFact]
    public async Task Request_ByIndexOrUuid_GivesThatCard()
    {
        Assert.Equal([RealGpuDocker.Cards[1]], await SeenByAsync(new DeviceRequest { DeviceIds = ["1"], Capabilities = _gpu }));
        Assert.Equal([RealGpuDocker.Cards[0]], await SeenByAsync(new DeviceRequest { Driver = "nvidia", DeviceIds = [RealGpuDocker.Cards[0]], Capabilities = _gpu }));
    }

    [ConformanceFact]
    public async Task Request_ByNumber_GivesTheFirstSoMany()
    {
        Assert.Equal([RealGpuDocker.Cards[0]], await SeenByAsync(new DeviceRequest { Count = 1, Capabilities = _gpu }));
        Assert.Equal(RealGpuDocker.Cards, await SeenByAsync(new DeviceRequest { Driver = "nvidia", Count = 2, Capabilities = _gpu }));
    }

    [ConformanceFact]
    public async Task Runtime_WithTheVariable_GivesThatCard_AndIsSeenToUseIt()
    {
        var id = await RunAsync(new ContainerSpec
        {
            Image = Image, Cmd = ["sleep", "infinity"], Env = [$"NVIDIA_VISIBLE_DEVICES={RealGpuDocker.Cards[1]}"], HostConfig = new HostConfig { NetworkMode = "none", Runtime = "nvidia" },
        });
        Assert.Equal([RealGpuDocker.Cards[1]], await ListAsync(id));
        Assert.True(GpuUse.Of(await InspectAsync(id), "runc"));
    }

    [ConformanceFact]
    public async Task Container_WithoutARequest_HasNoCard()
    {
        var id = await RunAsync(Asking(null));
        Assert.True((await Client.ExecAsync(id, new ExecSpec { Command = ["nvidia-smi", "-L"] }, Limit)).ExitCode is 126 or 127);
        Assert.False(GpuUse.Of(await InspectAsync(id), "runc"));
    }

    [ConformanceFact]
    public async Task Request_ForACardThatIsNotThere_FailsInTheHook()
    {
        foreach (var wanted in new[] { "9", "GPU-00000000-0000-0000-0000-000000000000" })
            Assert.Contains(wanted, await RefusedAsync(DockerErrorKind.GpuHookFailed, new DeviceRequest { DeviceIds = [wanted], Capabilities = _gpu }), StringComparison.Ordinal);
        await RefusedAsync(DockerErrorKind.GpuHookFailed, new DeviceRequest { Count = 3, Capabilities = _gpu });
    }

    [ConformanceFact]
    public async Task Request_ByNumberAndName_Contradicts() =>
        await RefusedAsync(DockerErrorKind.GpuRequestInvalid, new DeviceRequest { Driver = "nvidia", Count = 1, DeviceIds = ["0"], Capabilities = _gpu });

    [ConformanceFact]
    public async Task Request_ByDeviceName_WhereTheEngineKnowsNone_HasNoDriver() =>
        await RefusedAsync(DockerErrorKind.GpuDriverMissing, new DeviceRequest { Driver = "cdi", DeviceIds = ["nvidia.com/gpu=0"] });

    [ConformanceFact]
    public async Task Driver_ThatIsNotLoaded_FailsInTheHook_AndNotWithoutARequest()
    {
        HasDriver = false;
        try
        {
            Assert.Contains("driver not loaded", await RefusedAsync(DockerErrorKind.GpuHookFailed, new DeviceRequest { Count = -1, Capabilities = _gpu }), StringComparison.Ordinal);
            await RunAsync(Asking(null));
        }
        finally
        {
            HasDriver = true;
        }
    }

    /// <summary>The cards that a container with this request sees, in their order.</summary>
    private async Task<IReadOnlyList<string>> SeenByAsync(DeviceRequest request)
    {
        var id = await RunAsync(Asking(request));
        var details = await InspectAsync(id);
        Assert.True(GpuUse.Of(details, "runc"), $"{details.HostConfig?.DeviceRequests?.Count}");
        // What the engine adds to the environment does not show.
        Assert.DoesNotContain(details.Config?.Env ?? [], variable => variable.StartsWith("NVIDIA_", StringComparison.Ordinal));
        return await ListAsync(id);
    }

    private async Task<IReadOnlyList<string>> ListAsync(string id)
    {
        var listed = await Client.ExecAsync(id, new ExecSpec { Command = ["nvidia-smi", "-L"] }, Limit);
        Assert.True(listed.ExitCode == 0, $"{listed}");
        return [.. listed.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line[(line.IndexOf("GPU-", StringComparison.Ordinal))..].TrimEnd(')'))];
    }

    /// <summary>What is said when a container with this request is started; it stays behind with that reason.</summary>
    private async Task<string> RefusedAsync(DockerErrorKind kind, DeviceRequest request)
    {
        var id = await CreateAsync(Asking(request));
        var fault = await FailsAsync(kind, () => Client.StartAsync(id, Limit));
        var state = (await InspectAsync(id)).State;
        Assert.Equal(("created", 128, fault.DaemonMessage), (state?.Status, state?.ExitCode, state?.Error));
        return fault.DaemonMessage ?? "";
    }

    private static ContainerSpec Asking(DeviceRequest? request) => new()
    {
        Image = Image, Cmd = ["sleep", "infinity"], HostConfig = new HostConfig { NetworkMode = "none", DeviceRequests = request is null ? null : [request] },
    };
}
