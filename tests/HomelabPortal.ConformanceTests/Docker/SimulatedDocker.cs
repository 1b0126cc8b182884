using HomelabPortal.ConformanceTests.Servers;
using HomelabPortal.Docker;
using HomelabPortal.Simulator;
using HomelabPortal.Simulator.Docker;

namespace HomelabPortal.ConformanceTests.Docker;

/// <summary>A simulated Docker host with the image that the tests run; without a GPU unless it is said to have one.</summary>
internal sealed class SimulatedDocker : IAsyncDisposable
{
    private readonly SimulatedLab _lab;

    private SimulatedDocker(SimulatedLab lab) => _lab = lab;

    public DockerConnection Connection => DockerConnection.FromAddress(_lab.DockerHosts[0].Address.AbsoluteUri);

    public DockerState State => _lab.DockerStates[0];

    public static Task<SimulatedDocker> StartAsync(CancellationToken cancellationToken) => StartAsync(new DockerHostFacts("plain-box"), cancellationToken);

    /// <summary>The two cards of <see cref="RealGpuDocker"/>, attached by CDI or by the toolkit's hook.</summary>
    public static Task<SimulatedDocker> StartWithGpuAsync(bool knowsDevices, CancellationToken cancellationToken) => StartAsync(
        new DockerHostFacts("gpu-box")
        {
            GpuDevices = [.. RealGpuDocker.Cards.SelectMany((card, index) => new[] { $"nvidia.com/gpu={index}", $"nvidia.com/gpu={card}" }), "nvidia.com/gpu=all"],
            KnowsDevices = knowsDevices,
        },
        cancellationToken);

    private static async Task<SimulatedDocker> StartAsync(DockerHostFacts facts, CancellationToken cancellationToken)
    {
        var lab = await SimulatedLab.StartAsync(new SimulatedLabOptions { Content = LabContent.Empty, Lives = false, DockerHosts = [facts] }, cancellationToken);
        lab.DockerStates[0].Images.Add(RealDocker.Image);
        return new SimulatedDocker(lab);
    }

    public ValueTask DisposeAsync() => _lab.DisposeAsync();
}
