using HomelabPortal.Docker;

namespace HomelabPortal.ConformanceTests.Docker;

public sealed class SimulatedDockerRegistryTests : DockerRegistryConformance
{
    private SimulatedDocker? _docker;

    private protected override (string Open, string Closed) Registries => ("127.0.0.1:5000", "127.0.0.1:5001");

    private protected override async Task<DockerConnection> ConnectAsync()
    {
        _docker = await SimulatedDocker.StartAsync(Limit);
        _docker.State.Registry.Credentials = (User, Password);
        _docker.State.Registry.PerGigabyte = TimeSpan.FromSeconds(20);
        return _docker.Connection;
    }

    protected override async Task DisconnectAsync()
    {
        if (_docker is not null)
            await _docker.DisposeAsync();
    }

    private protected override Task PublishAsync(string image, bool isBroken)
    {
        _docker!.State.Registry.Publish(image);
        if (isBroken)
            _docker.State.Registry.NextPullBreaksWith = "filesystem layer verification failed for digest sha256:0";
        return Task.CompletedTask;
    }

    private protected override Task WithdrawAsync(string image)
    {
        _docker!.State.Registry.Withdraw(image);
        return Task.CompletedTask;
    }
}
