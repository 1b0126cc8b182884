using System.Text.Json.Nodes;
using HomelabPortal.Kubernetes;
using HomelabPortal.Simulator;
using HomelabPortal.Simulator.Faults;

namespace HomelabPortal.ConformanceTests.Kubernetes;

/// <summary>Whatever happens to its connections, a reflector ends up with what the server has.</summary>
public sealed class ReflectorUnderFaultsTests : IAsyncLifetime
{
    private static readonly FaultMatch _watches = new() { Verb = "watch", PathContains = "/services" };
    private static readonly FaultMatch _lists = new() { Verb = "list", PathContains = "/services" };
    private readonly CancellationTokenSource _limit = new(TimeSpan.FromMinutes(1));
    private SimulatedLab? _lab;
    private KubernetesClient? _client;
    private int _next;

    private SimulatedLab Lab => _lab ?? throw new InvalidOperationException("The test has not begun.");

    public async Task InitializeAsync()
    {
        _lab = await SimulatedLab.StartAsync(new SimulatedLabOptions { Content = LabContent.Empty, Lives = false, WatchHistory = 20 }, _limit.Token);
        _client = new KubernetesClient(KubernetesConnection.FromKubeconfig(KubeconfigSource.FromFile(Lab.Kubernetes.KubeconfigPath)), TimeProvider.System);
        Put();
    }

    public async Task DisposeAsync()
    {
        _client?.Dispose();
        await Lab.DisposeAsync();
        _limit.Dispose();
    }

    [Fact]
    public async Task DroppedWatch_Resumes_WithoutListing()
    {
        await using var reflection = await StartAsync();
        Lab.Faults.StrikeOpen(_watches, new FaultEffect.DropWatch());
        Put();
        await AssertAgreesAsync(reflection);
        Assert.Equal(1, Lists());
    }

    [Fact]
    public async Task DroppedWatch_WhoseVersionIsForgotten_ListsAnew()
    {
        await using var reflection = await StartAsync();
        Lab.Faults.StrikeOpen(_watches, new FaultEffect.DropWatch());
        for (var change = 0; change < 50; change++)
            Put();
        await AssertAgreesAsync(reflection);
        Assert.Equal(2, Lists());
    }

    [Fact]
    public async Task GoneInStream_ListsAnewAtOnce()
    {
        await using var reflection = await StartAsync();
        Put();
        Lab.Faults.StrikeOpen(_watches, new FaultEffect.Gone());
        Put();
        await AssertAgreesAsync(reflection);
        Assert.Equal(2, Lists());
    }

    [Fact]
    public async Task TruncatedList_IsNotTakenForTheWhole()
    {
        Lab.Faults.Add(_lists, new FaultEffect.TruncatedBody(), 1);
        await using var reflection = await StartAsync();
        await AssertAgreesAsync(reflection);
    }

    [Theory]
    [InlineData(429)]
    [InlineData(500)]
    [InlineData(503)]
    [InlineData(410)]
    public async Task RefusedWatches_RecoverOnceTheServerDoes(int status)
    {
        Lab.Faults.Add(_watches, new FaultEffect.Status(status), 2);
        await using var reflection = await StartAsync();
        Put();
        await AssertAgreesAsync(reflection);
    }

    private async Task<Reflection> StartAsync()
    {
        var reflection = new Reflection(_client!, "default");
        await reflection.UntilAsync(snapshot => snapshot.LastSyncAt is not null, _limit.Token);
        while (Lab.Faults.OpenStreams(_watches) == 0)
            await Task.Delay(TimeSpan.FromMilliseconds(20), _limit.Token);
        return reflection;
    }

    private Task AssertAgreesAsync(Reflection reflection)
    {
        var stored = Lab.KubernetesStore.List("", "services").Select(service => (string)service["metadata"]!["resourceVersion"]!).Order().ToArray();
        return reflection.UntilAsync(
            snapshot => snapshot.State == StoreState.Live && snapshot.Items.Values.Select(service => service.Metadata.ResourceVersion).Order().SequenceEqual(stored),
            _limit.Token);
    }

    private int Lists() => Lab.Faults.Log.Requests.Count(request => request.Verb == "list" && request.PathAndQuery.Contains("/services", StringComparison.Ordinal));

    private void Put() => Lab.KubernetesStore.Put(new JsonObject
    {
        ["apiVersion"] = "v1",
        ["kind"] = "Service",
        ["metadata"] = new JsonObject { ["name"] = $"web-{_next++}", ["namespace"] = "default" },
        ["spec"] = new JsonObject { ["type"] = "ClusterIP" },
    });
}
