using HomelabPortal.ConformanceTests.Servers;
using HomelabPortal.ConformanceTests.Servers.Registry;
using HomelabPortal.Docker;

namespace HomelabPortal.ConformanceTests.Docker;

[NeedsRealDocker]
[Collection(RealDockerCollection.Name)]
public sealed class RealDockerRegistryTests(RealDocker docker) : DockerRegistryConformance
{
    private const int Bytes = 3 << 20;
    private TinyRegistry? _open;
    private TinyRegistry? _closed;

    private protected override (string Open, string Closed) Registries => (_open!.Host, _closed!.Host);

    private protected override async Task<DockerConnection> ConnectAsync()
    {
        _open = await TinyRegistry.StartAsync(docker.ProcessId, null);
        _closed = await TinyRegistry.StartAsync(docker.ProcessId, (User, Password));
        return DockerConnection.FromAddress(docker.Address.AbsoluteUri);
    }

    protected override async Task DisconnectAsync()
    {
        foreach (var registry in new[] { _open, _closed }.OfType<TinyRegistry>())
            await registry.DisposeAsync();
    }

    private protected override async Task PublishAsync(string image, bool isBroken)
    {
        var registry = image.StartsWith(_open!.Host, StringComparison.Ordinal) ? _open : _closed!;
        registry.Publish(image[(registry.Host.Length + 1)..], await PublishedImage.CreateAsync(Bytes, isBroken, Limit));
    }
}
