using HomelabPortal.Docker;
using HomelabPortal.Gpu.Work;
using HomelabPortal.Lab;
using HomelabPortal.Simulator;
using HomelabPortal.Simulator.Docker;
using DockerState = HomelabPortal.Simulator.Docker.DockerState;

namespace HomelabPortal.Tests.Gpu.Work;

/// <summary>A simulated Docker host with the containers of the reference lab, and a client to it.</summary>
internal sealed class WorkLab : IAsyncDisposable
{
    private readonly SimulatedLab _lab;

    private WorkLab(SimulatedLab lab)
    {
        _lab = lab;
        Client = new DockerClient(DockerConnection.FromAddress(lab.DockerHosts[0].Address.ToString()), TimeProvider.System);
    }

    public DockerClient Client { get; }

    public DockerState State => _lab.DockerStates[0];

    public string Name => State.Facts.Name;

    public DockerHost Host => new(Name, "10.0.0.160", Client);

    public SimulatedContainer Find(string name) => State.Containers.Single(container => container.Name == name);

    public static async Task<WorkLab> StartAsync() => new(await SimulatedLab.StartAsync(new SimulatedLabOptions { Lives = false }, CancellationToken.None));

    /// <summary>A running container that somebody made by hand.</summary>
    public async Task<string> RunAsync(string name, ContainerSpec? spec = null)
    {
        var made = await Client.CreateAsync(name, spec ?? new ContainerSpec { Image = "lab/busybox:1", Cmd = ["serve"] }, CancellationToken.None);
        await Client.StartAsync(made.Id, CancellationToken.None);
        return made.Id;
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _lab.DisposeAsync();
    }
}
