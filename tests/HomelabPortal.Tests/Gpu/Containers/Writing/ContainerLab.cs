using HomelabPortal.Desired.Containers;
using HomelabPortal.Docker;
using HomelabPortal.Lab;
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

    public async Task<PortalLife> BeginAsync(string folder, DockerWire wire, CrashPoint? crash = null)
    {
        wire.Crash = crash;
        var address = _lab.DockerHosts[0].Address.ToString();
        var client = new DockerClient(DockerConnection.FromAddress(address), TimeProvider.System, null, wire);
        _open.Add(client);
        return await ContainerPortal.BeginAsync(folder, new DockerHost(Host.Facts.Name, null, client) { GpuAttachment = Attachment }, _open, crash);
    }

    /// <summary>Passes as the worker would, until nothing is left that another one could finish.</summary>
    public async Task SettleAsync(PortalLife life)
    {
        for (var pass = 0; pass < MostPasses && !await life.PassAsync(); pass++)
        {
            // Checks that were begun pass: no test waits for their interval.
            foreach (var container in Host.Containers.Where(container => container is { IsRunning: true, Health: "starting" }))
                container.Health = "healthy";
        }
    }

    /// <summary>Everything that bears our mark for one wanted container, as name, command and state.</summary>
    public IReadOnlyList<string> Ours(string name) =>
    [
        .. Host.Containers.Where(container => (string?)container.Config["Labels"]?["homelabportal.app"] == $"id-{name}")
            .Select(container => $"{container.Name} {string.Join(' ', container.Command)} {container.Status}"),
    ];

    public async ValueTask DisposeAsync()
    {
        foreach (var open in _open)
            open.Dispose();
        await _lab.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }
}
