using System.Text;
using HomelabPortal.Desired.Containers;
using HomelabPortal.Docker;
using HomelabPortal.Gpu.Containers.Updates.Keeping;
using HomelabPortal.Gpu.Telemetry;
using HomelabPortal.Lab;
using HomelabPortal.Platform;
using HomelabPortal.Secrets;
using HomelabPortal.Simulator;
using HomelabPortal.Simulator.Docker;
using HomelabPortal.Tests.Reconcile;

namespace HomelabPortal.Tests.Gpu.Containers.Writing;

/// <summary>A simulated Docker host and the lives of a portal over it, one after the other.</summary>
internal sealed class ContainerLab : IAsyncDisposable
{
    public const string Image = "lab/busybox:1";
    private const int MostPasses = 20;
    private readonly SimulatedLab _lab;
    private readonly string _folder = Directory.CreateTempSubdirectory("homelab-portal-test-").FullName;
    private readonly List<IDisposable> _open = [];
    private int _folders;

    private ContainerLab(SimulatedLab lab) => _lab = lab;

    /// <summary>How the settings say that the host attaches GPUs; null leaves it to the host.</summary>
    public GpuAttachmentMode? Attachment { get; set; }

    /// <summary>Reads the secrets of containers; only for tests that have some.</summary>
    public Vault? Vault { get; set; }

    /// <summary>By which containers are given their time: one that stands still makes a slow machine none the worse.</summary>
    public TimeProvider Clock { get; set; } = TimeProvider.System;

    /// <summary>What is measured of the cards; nothing, until a test says something.</summary>
    public Live<GpuState> Gpus { get; } = new(GpuState.Empty, TimeProvider.System);

    /// <summary>Whatever runs it fails its check; null lets every check pass.</summary>
    public string? SickCommand { get; set; }

    public DockerState Host => _lab.DockerStates[0];

    public Uri Address => _lab.DockerHosts[0].Address;

    public static async Task<ContainerLab> StartAsync() =>
        new(await SimulatedLab.StartAsync(new SimulatedLabOptions { Lives = false }, CancellationToken.None));

    public string NewFolder() => Directory.CreateDirectory(Path.Combine(_folder, $"{++_folders}")).FullName;

    /// <summary>A container with a check, which passes when the lab settles.</summary>
    public DesiredContainer Wanted(string name, string command = "serve") => new()
    {
        Id = $"id-{name}", Host = Host.Facts.Name, Name = name, Image = Image, Command = [command], Health = new HealthProbe("true"),
    };

    /// <summary>As <see cref="Wanted"/>, with the GPU for itself.</summary>
    public DesiredContainer WantedAlone(string name, string command) => Wanted(name, command) with { Gpu = GpuRequest.All, Lease = new GpuLease(true, null, 0) };

    /// <summary>So much of the card's memory was free then.</summary>
    public void Measure(double freeMiB, DateTimeOffset at) => Gpus.Publish(new GpuState(
        [Cards.Measured(at, Cards.Card(Cards.TotalMiB - freeMiB)) with { Host = Host.Facts.Name }]));

    /// <summary>Puts what a registry has under a name on the host, as a pull would, and says its digest.</summary>
    public string Pull(string image)
    {
        var found = Host.Registry.Find(image, null, null);
        lock (Host.Gate)
            Host.Images.Add(image, found);
        return found.Digest!;
    }

    /// <summary>Publishes another version under a name, and has it on the host by its digest.</summary>
    public string PublishAndPull(string image, bool isSick = false)
    {
        Host.Registry.Publish(image, isSick);
        var digest = Host.Registry.Find(image, null, null).Digest!;
        return Pull($"{ImageName.Repository(image)}@{digest}");
    }

    public async Task<PortalLife> BeginAsync(string folder, DockerWire wire, CrashPoint? crash = null)
    {
        wire.Crash = crash;
        var address = _lab.DockerHosts[0].Address.ToString();
        var client = new DockerClient(DockerConnection.FromAddress(address), TimeProvider.System, null, wire);
        _open.Add(client);
        return await ContainerPortal.BeginAsync(folder, new DockerHost(Host.Facts.Name, null, client) { GpuAttachment = Attachment }, _open, crash, Vault, Gpus, Clock);
    }

    /// <summary>Passes as the worker would, until nothing is left that another one could finish.</summary>
    public async Task SettleAsync(PortalLife life)
    {
        for (var pass = 0; pass < MostPasses && !await life.PassAsync(); pass++)
        {
            // Checks that were begun are over: no test waits for their interval.
            foreach (var container in Host.Containers.Where(container => container is { IsRunning: true, Health: "starting" }))
                container.Health = SickCommand is { } sick && container.Command.Contains(sick) ? "unhealthy" : "healthy";
        }
    }

    /// <summary>What somebody does on the host by hand.</summary>
    public async Task HandAsync(string path, string body = "{}")
    {
        using var http = new HttpClient { BaseAddress = Address };
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        (await http.PostAsync(new Uri($"v1.41/{path}", UriKind.Relative), content)).EnsureSuccessStatusCode().Dispose();
    }

    /// <summary>Everything that bears our mark for one wanted container, as name, command and state.</summary>
    public IReadOnlyList<string> Ours(string name) =>
    [
        .. Host.Containers.Where(container => (string?)container.Config["Labels"]?["homelabportal.app"] == $"id-{name}")
            .Select(container => $"{container.Name} {string.Join(' ', container.Command)} {container.Status}"),
    ];

    /// <summary>The version that bears a name.</summary>
    public string? DigestOf(string name) => Images.FirstOrDefault(image => image.Id == Host.Find(name)?.ImageId)?.Digest;

    /// <summary>The versions that a container can go back to, the last first.</summary>
    public IReadOnlyList<string> FormerOf(string name) =>
    [
        .. Host.Images.Select(KeptName.Parse).OfType<KeptName>().Where(kept => kept.Container == $"id-{name}").OrderByDescending(kept => kept.Until)
            .Select(kept => Host.Images.Find(kept.ToString())!).Where(image => image.Id != Host.Find(name)?.ImageId).Select(image => image.Digest!).Distinct(),
    ];

    private IEnumerable<SimulatedImage> Images => Host.Images.ById.Select(group => group.First().Value);

    public async ValueTask DisposeAsync()
    {
        foreach (var open in _open)
            open.Dispose();
        await _lab.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }
}
