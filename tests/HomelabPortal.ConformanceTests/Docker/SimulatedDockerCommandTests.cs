using HomelabPortal.Docker;

namespace HomelabPortal.ConformanceTests.Docker;

public sealed class SimulatedDockerCommandTests : DockerCommandConformance
{
    private SimulatedDocker? _docker;

    private protected override async Task<DockerConnection> ConnectAsync() => (_docker = await SimulatedDocker.StartAsync(Limit)).Connection;

    protected override async Task DisconnectAsync()
    {
        if (_docker is not null) await _docker.DisposeAsync();
    }
}
