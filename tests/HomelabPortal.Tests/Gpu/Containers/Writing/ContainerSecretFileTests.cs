using System.Formats.Tar;
using HomelabPortal.Desired;
using HomelabPortal.Desired.Containers;
using HomelabPortal.Gpu.Containers.Secrets;
using HomelabPortal.Reconcile;
using HomelabPortal.Tests.Desired;
using HomelabPortal.Tests.Reconcile;
using HomelabPortal.Tests.Secrets;

namespace HomelabPortal.Tests.Gpu.Containers.Writing;

/// <summary>Secrets as files: in the container before it starts, and in no answer of Docker.</summary>
public sealed class ContainerSecretFileTests : IAsyncLifetime
{
    private const string Canary = "hf_canary_of_the_file";
    private readonly string _vaultFolder = Directory.CreateTempSubdirectory("homelab-portal-test-").FullName;
    private SecretsWorld _world = null!;
    private ContainerLab _lab = null!;

    public async Task InitializeAsync()
    {
        _world = await SecretsWorld.StartAsync(_vaultFolder);
        _lab = await ContainerLab.StartAsync();
        _lab.Vault = _world.Vault;
    }

    public async Task DisposeAsync()
    {
        await _lab.DisposeAsync();
        _world.Dispose();
        if (Directory.Exists(_vaultFolder))
            Directory.Delete(_vaultFolder, recursive: true);
    }

    [Fact]
    public async Task Secret_AsAFile_IsThereAndNotInInspect()
    {
        using var life = await _lab.BeginAsync(_lab.NewFolder(), new DockerWire([ContainerLab.Image]));
        await WantAsync(life, Wanted("granite"));
        await _lab.SettleAsync(life);

        Assert.Equal(Canary, FileOf("granite"));
        Assert.Contains("HF_TOKEN_FILE=/run/secrets/HF_TOKEN", Inspected("granite"), StringComparison.Ordinal);
        Assert.DoesNotContain(Canary, Inspected("granite"), StringComparison.Ordinal);
        Assert.Equal(OwnerPhase.InPlace, life.Now.Of("id-granite")?.Phase);
    }

    [Fact]
    public async Task Secret_AfterARecreate_IsWrittenAgain()
    {
        using var life = await _lab.BeginAsync(_lab.NewFolder(), new DockerWire([ContainerLab.Image]));
        await WantAsync(life, Wanted("granite"));
        await _lab.SettleAsync(life);
        await life.SaveAsync(new DesiredEdit.PutContainer(Wanted("granite") with { Command = ["other"] }));
        await _lab.SettleAsync(life);

        Assert.Equal(["granite other Running"], _lab.Ours("granite"));
        Assert.Equal(Canary, FileOf("granite"));
    }

    /// <summary>Whoever dies between making it and writing the file leaves one that must not start without it.</summary>
    [Fact]
    public async Task Portal_KilledAtEveryStepOfACreate_NeverStartsWithoutTheFile()
    {
        var step = 1;
        while (await DiesAtAsync(step))
            step++;

        Assert.True(step > 8, $"Only {step} steps were met; the test no longer reaches into the create.");
    }

    private async Task<bool> DiesAtAsync(int step)
    {
        var (name, folder) = ($"dies{step}", _lab.NewFolder());
        using (var life = await _lab.BeginAsync(folder, new DockerWire([ContainerLab.Image])))
            await WantAsync(life, Wanted(name));
        var crash = new CrashPoint(step);
        try
        {
            using var life = await _lab.BeginAsync(folder, new DockerWire([ContainerLab.Image]), crash);
            await _lab.SettleAsync(life);
        }
        catch (CrashException)
        {
            // Dead. What follows is the next start.
        }

        using var next = await _lab.BeginAsync(folder, new DockerWire([ContainerLab.Image]));
        await _lab.SettleAsync(next);
        Assert.Equal([$"{name} serve Running"], _lab.Ours(name));
        Assert.Equal(Canary, FileOf(name));
        return crash.HasDied;
    }

    private DesiredContainer Wanted(string name) => _lab.Wanted(name) with
    {
        Variables = [new ContainerVariable { Name = "HF_TOKEN", Secret = $"secret-{name}", IsFile = true }],
    };

    private async Task WantAsync(PortalLife life, DesiredContainer container)
    {
        var secrets = new ContainerSecrets(null!, _world.Vault, TimeProvider.System);
        var values = new Dictionary<string, string> { [container.Variables[0].Secret!] = Canary };
        await life.Store.SaveAsync(
            new DesiredEdit.PutContainer(container), "a test edits", Desire.Owner, null, CancellationToken.None, (context, token) => secrets.KeepAsync(context, container, values, token));
    }

    private string Inspected(string name) => _lab.Host.Find(name)!.Config.ToJsonString() + _lab.Host.Find(name)!.HostConfig.ToJsonString();

    private string? FileOf(string name)
    {
        if (!_lab.Host.Find(name)!.Archives.TryGetValue("/", out var archive))
            return null;
        using var tar = new TarReader(new MemoryStream(archive));
        using var text = new StreamReader(tar.GetNextEntry(copyData: true) is { Name: "run/secrets/HF_TOKEN", DataStream: { } data } ? data : Stream.Null);
        return text.ReadToEnd();
    }
}
