using HomelabPortal.ConformanceTests.Servers;
using HomelabPortal.Docker;

namespace HomelabPortal.ConformanceTests.Docker;

/// <summary>What the client's tests need of any daemon: a connection, and containers that are cleared away.</summary>
public abstract class DockerConformance : IAsyncLifetime
{
    /// <summary>Ends when asked to, with a code of its own.</summary>
    protected const string Server = "trap 'exit 3' TERM; while true; do sleep 0.1; done";

    private readonly List<string> _created = [];
    private readonly CancellationTokenSource _limit = new(TimeSpan.FromMinutes(1));
    private DockerClient? _client;

    private protected DockerClient Client => _client ?? throw new InvalidOperationException("The test has not begun.");

    /// <summary>Ends a test that would wait for ever.</summary>
    protected CancellationToken Limit => _limit.Token;

    public async Task InitializeAsync() => _client = new DockerClient(await ConnectAsync(), TimeProvider.System);

    public async Task DisposeAsync()
    {
        foreach (var id in _created) await Client.RemoveAsync(id, force: true, CancellationToken.None);
        Client.Dispose();
        _limit.Dispose();
        await DisconnectAsync();
    }

    private protected abstract Task<DockerConnection> ConnectAsync();

    protected virtual Task DisconnectAsync() => Task.CompletedTask;

    private protected static ContainerSpec Shell(string script) => new()
    {
        Image = RealDocker.Image,
        Cmd = ["sh", "-c", script],
        HostConfig = new HostConfig { NetworkMode = "none" },
    };

    private protected async Task<string> CreateAsync(ContainerSpec spec, string? name = null)
    {
        var created = await Client.CreateAsync(name ?? NewName(), spec, Limit);
        _created.Add(created.Id);
        return created.Id;
    }

    /// <summary>For a container that the test does not make by itself.</summary>
    private protected void RemoveAfterwards(string container) => _created.Add(container);

    private protected async Task<string> RunAsync(ContainerSpec spec)
    {
        var id = await CreateAsync(spec);
        await Client.StartAsync(id, Limit);
        return id;
    }

    private protected async Task<ContainerDetails> InspectAsync(string id) =>
        await Client.InspectContainerAsync(id, Limit) ?? throw new InvalidOperationException($"The container {id} is gone.");

    /// <summary>The container once it is in a state.</summary>
    private protected async Task<ContainerDetails> UntilAsync(string id, string status)
    {
        while (true)
        {
            var details = await InspectAsync(id);
            if (details.State?.Status == status) return details;
            await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System, Limit);
        }
    }

    private protected async Task<List<LogLine>> ReadLogAsync(string id, LogOptions options)
    {
        var lines = new List<LogLine>();
        await foreach (var line in Client.LogsAsync(id, options, Limit)) lines.Add(line);
        return lines;
    }

    private protected static async Task<DockerApiException> FailsAsync(DockerErrorKind kind, Func<Task> call)
    {
        var fault = await Assert.ThrowsAsync<DockerApiException>(call);
        Assert.True(kind == fault.Kind, $"{fault.Kind} instead of {kind}: {fault}");
        return fault;
    }

    /// <summary>Tests share a real daemon, so each has names of its own.</summary>
    protected static string NewName() => $"conformance-{Guid.NewGuid():N}";
}
