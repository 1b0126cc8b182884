using System.Diagnostics;
using HomelabPortal.ConformanceTests.Servers;
using HomelabPortal.Desired.Containers;
using HomelabPortal.Docker;
using HomelabPortal.Gpu.Containers.Compiling;
using HomelabPortal.Gpu.Containers.Planning;
using HomelabPortal.Gpu.Containers.Secrets;
using HomelabPortal.Gpu.Containers.Writing;
using HomelabPortal.Lab;
using HomelabPortal.Reconcile;

namespace HomelabPortal.ConformanceTests.Docker;

/// <summary>The steps of a recreate on a real daemon: what only it can tell, which is how its layers, volumes and checks behave.</summary>
[Collection(RealDockerCollection.Name)]
public sealed class RealDockerRecreateTests(RealDocker docker) : IAsyncLifetime
{
    private const string Instance = "conformance";
    private const string Canary = "canary of the file";
    private static readonly TimeSpan _promise = TimeSpan.FromSeconds(10);
    private readonly CancellationTokenSource _limit = new(TimeSpan.FromMinutes(2));
    private readonly string _name = $"conformance-{Guid.NewGuid():N}";
    private DockerClient? _client;

    private DockerClient Client => _client ?? throw new InvalidOperationException("The test has not begun.");

    private string Volume => $"{_name}-data";

    /// <summary>Serves until it is asked to end, and keeps a line in its volume.</summary>
    private DesiredContainer Good => new()
    {
        Id = "ct00000001", Host = "real", Name = _name, Image = RealDocker.Image, Network = "none",
        Command = ["sh", "-c", "trap 'exit 0' TERM; [ -e /data/kept ] || echo first > /data/kept; while true; do sleep 0.1; done"],
        Volumes = [new ContainerVolume(Volume, "/data")], Health = new HealthProbe("true", 1, 5, 1),
        Variables = [new ContainerVariable { Name = "TOKEN", Secret = "s1", IsFile = true }],
    };

    private DesiredContainer Sick => Good with { Health = new HealthProbe("false", 1, 5, 1) };

    public Task InitializeAsync()
    {
        if (RealDocker.WhyMissing is null)
            _client = new DockerClient(DockerConnection.FromAddress(docker.Address.AbsoluteUri), TimeProvider.System);
        return Task.CompletedTask;
    }

    public async Task DisposeAsync()
    {
        if (_client is not null)
        {
            foreach (var container in (await _client.ListContainersAsync(null, _limit.Token)).Where(container => container.Name?.StartsWith(_name, StringComparison.Ordinal) == true))
                await _client.RemoveAsync(container.Id, force: true, _limit.Token);
            await _client.RemoveVolumeAsync(Volume, _limit.Token);
            _client.Dispose();
        }

        _limit.Dispose();
    }

    /// <summary>Also in an image without that folder, and for a user other than root.</summary>
    [RealDockerFact]
    public async Task SecretFile_InTheLayer_IsThereAtTheStartAndAfterEveryOther()
    {
        var id = await MakeAsync(Good);

        Assert.Equal(Canary, await RunAsync(id, "cat $TOKEN_FILE"));
        Assert.Equal("444 755", await RunAsync(id, "echo $(stat -c %a /run/secrets/TOKEN /run/secrets)"));
        await Client.StopAsync(id, null, _limit.Token);
        await Client.StartAsync(id, _limit.Token);
        Assert.Equal(Canary, await RunAsync(id, "cat /run/secrets/TOKEN"));
        await Client.RestartAsync(id, null, _limit.Token);
        Assert.Equal(Canary, await RunAsync(id, "cat /run/secrets/TOKEN"));
        var inspected = await Client.InspectContainerAsync(id, _limit.Token);
        Assert.DoesNotContain(inspected!.Config!.Env!, variable => variable.Contains(Canary, StringComparison.Ordinal));
    }

    [RealDockerFact]
    public async Task SickVersion_AfterTheVerdict_GivesWayToTheFormerInTime()
    {
        var former = await MakeAsync(Good);
        Assert.Equal("first", await RunAsync(former, "cat /data/kept"));
        var sick = await MakeAsync(Sick, former);
        Assert.Equal("first", await RunAsync(sick, "cat /data/kept"));
        while ((await Client.InspectContainerAsync(sick, _limit.Token))?.State?.Health?.Status != "unhealthy")
            await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System, _limit.Token);
        var watch = Stopwatch.StartNew();

        var failed = new FailedVersion(SpecHash.Of(Sick), "Its check failed.");
        await Writer(Step(ContainerStep.Restore, Sick, sick, former) with { Hint = new ContainerChange(ContainerStep.Restore, "real", _name, SpecHash.Of(Good), sick, former, failed).ToJson() })
            .RestoreAsync(Sick, _limit.Token);
        var serving = await Client.InspectContainerAsync(_name, _limit.Token);

        Assert.InRange(watch.Elapsed, TimeSpan.Zero, _promise);
        Assert.Equal((former, true), (serving?.Id, serving?.State?.Running == true));
        Assert.Equal("first", await RunAsync(former, "cat /data/kept"));
        Assert.Equal(Canary, await RunAsync(former, "cat /run/secrets/TOKEN"));
        Assert.Null(await Client.InspectContainerAsync(sick, _limit.Token));
    }

    /// <summary>As the target does it: the one before is put aside first.</summary>
    private async Task<string> MakeAsync(DesiredContainer wanted, string? former = null)
    {
        var writer = Writer(Step(former is null ? ContainerStep.Create : ContainerStep.Recreate, wanted, former));
        var values = new Dictionary<string, string> { ["s1"] = Canary };
        var spec = ContainerCompiler.Compile(wanted, Instance, GpuAttachmentMode.None, secret => values[secret]);
        var aside = former is null ? null : await writer.PutAsideAsync(wanted.Image, _limit.Token);
        return (await writer.MakeAsync(wanted, spec, SecretFile.Of(wanted, values), aside, _limit.Token)).RemoteId!;
    }

    private ContainerWriter Writer(Change change) => new(Client, change, Instance, TimeProvider.System);

    private static Change Step(ContainerStep step, DesiredContainer wanted, string? current = null, string? previous = null) => new()
    {
        Kind = ChangeKind.Update, Key = DesiredRun.KeyOf(ContainerView.ContainerKind, wanted), OwnerId = wanted.Id, Stage = ChangeStage.BuildRoute,
        Description = $"container {wanted.Place}", Reason = "a test says so",
        Hint = new ContainerChange(step, wanted.Host, wanted.Name, SpecHash.Of(wanted), current, previous).ToJson(),
    };

    private async Task<string> RunAsync(string id, string script)
    {
        // The program of the container may not have come to its first line yet.
        while (true)
        {
            var result = await Client.ExecAsync(id, new ExecSpec { Command = ["sh", "-c", script], User = "1000" }, _limit.Token);
            if (result.ExitCode == 0)
                return result.Output.Trim();
            await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System, _limit.Token);
        }
    }
}
