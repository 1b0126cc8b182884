using System.Text.Json.Nodes;
using HomelabPortal.Docker;
using HomelabPortal.Gpu.Containers.Compiling;
using HomelabPortal.Gpu.Containers.Planning;
using HomelabPortal.Gpu.Containers.Writing;
using HomelabPortal.Reconcile;
using HomelabPortal.Simulator.Docker;

namespace HomelabPortal.Tests.Gpu.Containers.Writing;

/// <summary>The world changed between the plan and the act: whatever stands there now and is not what was planned for is left alone.</summary>
public sealed class ContainerWriterTests : IAsyncLifetime
{
    private const string Instance = "inst0001";
    private const string Id = "ct00000001";
    private ContainerLab _lab = null!;
    private DockerClient _client = null!;

    public async Task InitializeAsync()
    {
        _lab = await ContainerLab.StartAsync();
        _client = new DockerClient(DockerConnection.FromAddress(_lab.Address.ToString()), TimeProvider.System);
    }

    public async Task DisposeAsync()
    {
        _client.Dispose();
        await _lab.DisposeAsync();
    }

    [Fact]
    public async Task Name_ThatAnotherContainerBearsNow_IsNotTakenFromIt()
    {
        var other = Run("granite", isOurs: false);
        var writer = Writer(ContainerStep.Recreate, currentId: "one-that-is-gone");

        Assert.Equal(FaultKind.Retry, (await Assert.ThrowsAsync<TargetException>(() => writer.PutAsideAsync(ContainerLab.Image, default))).Fault.Kind);
        await Assert.ThrowsAsync<TargetException>(() => writer.RemoveCurrentAsync(default));
        await Assert.ThrowsAsync<TargetException>(() => writer.StopAsync(default));

        AssertUntouched(other, "granite");
    }

    [Fact]
    public async Task Container_WhoseMarkSomebodyTookOff_IsNotRemoved()
    {
        var other = Run("granite", isOurs: false);

        await Writer(ContainerStep.Remove, currentId: other.Id).RemoveAsync(default);

        AssertUntouched(other, "granite");
    }

    [Fact]
    public async Task Container_ThatIsNotAside_IsNotRemovedAsOneThatWas()
    {
        var other = Run("by-another-name", isOurs: true);

        await Assert.ThrowsAsync<TargetException>(() => Writer(ContainerStep.Finish, previousId: other.Id).FinishAsync(default));

        AssertUntouched(other, "by-another-name");
    }

    [Fact]
    public async Task Container_ThatDockerRemovesWhenItStops_IsNotStoppedToBePutAside()
    {
        var fleeting = Run("granite", isOurs: false, new JsonObject { ["AutoRemove"] = true });

        var fault = (await Assert.ThrowsAsync<TargetException>(() => Writer(ContainerStep.Recreate, currentId: fleeting.Id).PutAsideAsync(ContainerLab.Image, default))).Fault;

        Assert.Equal(FaultKind.NeedsPerson, fault.Kind);
        AssertUntouched(fleeting, "granite");
    }

    [Fact]
    public async Task Container_OfOursThatIsNotWanted_IsRemoved()
    {
        var ours = Run("granite", isOurs: true);

        await Writer(ContainerStep.Remove, currentId: ours.Id).RemoveAsync(default);

        Assert.Null(_lab.Host.Find(ours.Id));
    }

    private SimulatedContainer Run(string name, bool isOurs, JsonObject? ties = null)
    {
        var labels = isOurs ? new JsonObject { [ContainerLabels.Managed] = Instance, [ContainerLabels.App] = Id } : [];
        var made = _lab.Host.Create(name, new JsonObject { ["Image"] = ContainerLab.Image, ["Cmd"] = new JsonArray("serve"), ["Labels"] = labels, ["HostConfig"] = ties ?? [] });
        ContainerLife.Start(_lab.Host, made);
        return made;
    }

    private void AssertUntouched(SimulatedContainer container, string name)
    {
        Assert.Same(container, _lab.Host.Find(container.Id));
        Assert.Equal((name, true), (container.Name, container.IsRunning));
    }

    private ContainerWriter Writer(ContainerStep step, string? currentId = null, string? previousId = null) => new(
        _client,
        new Change
        {
            Kind = ChangeKind.Update, Key = new ResourceKey(ContainerView.Target, ContainerView.ContainerKind, "gpu/granite"), OwnerId = Id, Stage = ChangeStage.BuildRoute,
            Description = "container gpu/granite", Reason = "a test", Hint = new ContainerChange(step, "gpu", "granite", null, currentId, previousId).ToJson(),
        },
        Instance, TimeProvider.System);
}
