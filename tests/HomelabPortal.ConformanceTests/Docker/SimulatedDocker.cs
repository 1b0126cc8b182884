using HomelabPortal.ConformanceTests.Servers;
using HomelabPortal.Docker;
using HomelabPortal.Simulator;

namespace HomelabPortal.ConformanceTests.Docker;

/// <summary>The simulator's first Docker host, with the image that the tests run.</summary>
internal sealed class SimulatedDocker : IAsyncDisposable
{
    private readonly SimulatedLab _lab;

    private SimulatedDocker(SimulatedLab lab) => _lab = lab;

    public DockerConnection Connection => DockerConnection.FromAddress(_lab.DockerHosts[0].Address.AbsoluteUri);

    public static async Task<SimulatedDocker> StartAsync(CancellationToken cancellationToken)
    {
        var lab = await SimulatedLab.StartAsync(new SimulatedLabOptions { Content = LabContent.Empty, Lives = false }, cancellationToken);
        lab.DockerStates[0].Images.Add(RealDocker.Image);
        return new SimulatedDocker(lab);
    }

    public ValueTask DisposeAsync() => _lab.DisposeAsync();
}
