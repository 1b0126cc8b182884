using System.Text.Json;
using HomelabPortal.ConformanceTests.Docker;
using HomelabPortal.ConformanceTests.Servers;
using HomelabPortal.Docker;
using HomelabPortal.Gpu.Telemetry;
using HomelabPortal.Gpu.Telemetry.Exporting;
using HomelabPortal.Gpu.Telemetry.Probing;
using HomelabPortal.Lab;

namespace HomelabPortal.ConformanceTests.Gpu;

/// <summary>The portal's own way to see cards and who holds them, the same on every daemon: a probe that may do nothing else, and the numbers of processes.</summary>
public abstract class GpuMeasuringConformance : DockerConformance
{
    private const int ModelMiB = 1210;
    private const int StrangerMiB = 500;
    private static readonly GpuExporter _exporter = new(new HttpClient());

    private protected abstract bool HasDriver { set; }

    /// <summary>Runs a program that holds video memory; without a request it is one that the portal does not take for a user of the card.</summary>
    private protected abstract Task<string> RunModelAsync(int mebibytes, bool isRequested);

    /// <summary>Takes the card away from a container as a reload of the host's service manager does.</summary>
    private protected abstract Task LoseGpuAsync(string container);

    [ConformanceFact]
    public async Task Probe_IsMadeOnce_ByItsFixedSpecification()
    {
        var measuring = Measuring();
        var state = await MeasureAsync(measuring, GpuHostState.Unknown("host"));
        Assert.Equal((null, null, GpuAttachmentMode.DeviceRequest, GpuSource.Probe), (state.FactsFault, state.Fault, state.Facts?.Attachment, state.Source));

        var probe = await InspectAsync(GpuProbeSpec.Name);
        Assert.True(GpuProbeSpec.Fits(probe, RealDocker.Image, GpuAttachmentMode.DeviceRequest), JsonSerializer.Serialize(probe.HostConfig));
        Assert.True(probe is
        {
            State.Running: true,
            // Where the kernel has no limit of memory, the engine makes do without.
            HostConfig: { PidMode: "host", NetworkMode: "none", ReadonlyRootfs: true, Memory: 64 << 20 or 0, Privileged: not true, Binds: null or [], Mounts: null or [], CapAdd: null or [] },
        });
        Assert.Equal("ALL", Assert.Single(probe.HostConfig!.CapDrop!));
        Assert.Equal(["no-new-privileges", "label=disable"], probe.HostConfig.SecurityOpt!);
        Assert.True((await Client.ExecAsync(GpuProbeSpec.Name, new ExecSpec { Command = ["nvidia-smi", "-L"] }, Limit)).ExitCode == 0);

        await MeasureAsync(measuring, state);
        Assert.Equal(probe.Id, (await InspectAsync(GpuProbeSpec.Name)).Id);
    }

    [ConformanceFact]
    public async Task Probe_ThatIsAnotherThanItShouldBe_IsMadeAnew()
    {
        var wider = GpuProbeSpec.For(RealDocker.Image, GpuAttachmentMode.DeviceRequest);
        await CreateAsync(wider with { HostConfig = wider.HostConfig! with { ReadonlyRootfs = false } }, GpuProbeSpec.Name);
        await Client.StartAsync(GpuProbeSpec.Name, Limit);

        Assert.Null((await MeasureAsync(Measuring(), GpuHostState.Unknown("host"))).Fault);

        Assert.True((await InspectAsync(GpuProbeSpec.Name)).HostConfig?.ReadonlyRootfs);
    }

    [ConformanceFact]
    public async Task Memory_OfTheCard_IsWithItsContainers_AndTheRestWithTheHost()
    {
        var model = (await InspectAsync(await RunModelAsync(ModelMiB, isRequested: true))).Name!.TrimStart('/');
        await RunModelAsync(StrangerMiB, isRequested: false);

        var state = await MeasureAsync(Measuring(), GpuHostState.Unknown("host"));

        Assert.Null(state.Fault);
        Assert.Equal(RealGpuDocker.Cards, state.Cards.Select(card => card.Uuid));
        Assert.True(state.SeesProcesses);
        Assert.Equal(model, Assert.Single(state.Users));
        var first = state.Holders.Where(holder => holder.Card == RealGpuDocker.Cards[0]).ToList();
        Assert.Equal([(model, ModelMiB)], first.Where(holder => holder.Container is not null).Select(holder => (holder.Container!, (int)holder.MemoryMiB!)));
        Assert.True(Assert.Single(first, holder => holder.Container is null).MemoryMiB >= StrangerMiB, $"{string.Join(", ", first)}");
        Assert.Equal(state.Cards[0].MemoryUsedMiB!.Value, first.Sum(holder => holder.MemoryMiB ?? 0), 8d);
    }

    [ConformanceFact]
    public async Task Container_ThatLostItsCard_IsNamedUntilItIsRestarted()
    {
        var id = await RunModelAsync(ModelMiB, isRequested: true);
        var name = (await InspectAsync(id)).Name!.TrimStart('/');
        Assert.Empty((await MeasureAsync(Measuring(), GpuHostState.Unknown("host"))).LostIn);

        await LoseGpuAsync(id);
        Assert.Equal(name, Assert.Single((await MeasureAsync(Measuring(), GpuHostState.Unknown("host"))).LostIn));

        await Client.RestartAsync(id, TimeSpan.Zero, Limit);
        Assert.Empty((await MeasureAsync(Measuring(), GpuHostState.Unknown("host"))).LostIn);
    }

    [ConformanceFact]
    public async Task Probe_ThatLostItsCardWithAContainer_IsRestarted_AndTheContainerIsNamed()
    {
        var id = await RunModelAsync(ModelMiB, isRequested: true);
        var name = (await InspectAsync(id)).Name!.TrimStart('/');
        var measuring = Measuring();
        var before = await MeasureAsync(measuring, GpuHostState.Unknown("host"));
        var probe = (await InspectAsync(GpuProbeSpec.Name)).Id;

        await LoseGpuAsync(id);
        await LoseGpuAsync(probe);
        var state = await MeasureAsync(measuring, before);

        Assert.Equal((null, name), (state.Fault, Assert.Single(state.LostIn)));
        Assert.True(state.AsOf > before.AsOf);
        Assert.Equal(probe, (await InspectAsync(GpuProbeSpec.Name)).Id);
    }

    [ConformanceFact]
    public async Task Driver_ThatIsNotLoaded_IsAFault_AndLeavesNoProbeBehind()
    {
        HasDriver = false;
        try
        {
            Assert.NotNull((await MeasureAsync(Measuring(), GpuHostState.Unknown("host"))).Fault);
            Assert.Null(await Client.InspectContainerAsync(GpuProbeSpec.Name, Limit));
        }
        finally
        {
            HasDriver = true;
        }

        Assert.Null((await MeasureAsync(Measuring(), GpuHostState.Unknown("host"))).Fault);
    }

    [ConformanceFact]
    public async Task Container_OfSomebodyElse_ByTheProbesName_IsLeftAlone()
    {
        var other = await CreateAsync(Shell(Server), GpuProbeSpec.Name);

        Assert.Contains("not the portal's", (await MeasureAsync(Measuring(), GpuHostState.Unknown("host"))).Fault, StringComparison.Ordinal);

        Assert.Equal(other, (await InspectAsync(GpuProbeSpec.Name)).Id);
    }

    private GpuMeasuring Measuring() => new(new DockerHost("host", null, Client) { GpuProbeImage = RealDocker.Image }, _exporter, TimeProvider.System);

    private Task<GpuHostState> MeasureAsync(GpuMeasuring measuring, GpuHostState before)
    {
        RemoveAfterwards(GpuProbeSpec.Name);
        return measuring.MeasureAsync(before, Limit);
    }
}
