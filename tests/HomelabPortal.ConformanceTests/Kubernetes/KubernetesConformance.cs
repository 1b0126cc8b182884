using System.Text.Json.Nodes;
using HomelabPortal.Kubernetes;

namespace HomelabPortal.ConformanceTests.Kubernetes;

/// <summary>What the client's tests need of any API server: a client, and a namespace of their own.</summary>
public abstract class KubernetesConformance : IAsyncLifetime
{
    private protected const string Manager = "conformance";
    private readonly CancellationTokenSource _limit = new(TimeSpan.FromMinutes(1));
    private readonly List<(ResourceType Type, string Name)> _clusterScoped = [];
    private KubernetesClient? _client;

    /// <summary>Signed in as one who may do everything.</summary>
    private protected KubernetesClient Client => _client ?? throw new InvalidOperationException("The test has not begun.");

    /// <summary>Made for this test alone.</summary>
    private protected string Namespace { get; private set; } = "";

    /// <summary>Ends a test that would wait for ever.</summary>
    private protected CancellationToken Limit => _limit.Token;

    public async Task InitializeAsync()
    {
        _client = new KubernetesClient(await ConnectAsync(), TimeProvider.System);
        Namespace = await CreateNamespaceAsync();
        await PrepareAsync();
    }

    public async Task DisposeAsync()
    {
        await CleanAsync();
        foreach (var (type, name) in _clusterScoped)
            await Client.DeleteAsync(type, null, name, DeletePreconditions.None, CancellationToken.None);
        Client.Dispose();
        _limit.Dispose();
        await DisconnectAsync();
    }

    private protected abstract Task<KubernetesConnection> ConnectAsync();

    /// <summary>One who may get, list and watch, but not secrets, and change nothing.</summary>
    private protected abstract KubernetesConnection ConnectAsReader();

    private protected abstract Task<string> CreateNamespaceAsync();

    /// <summary>Runs once the client and the namespace are there.</summary>
    private protected virtual Task PrepareAsync() => Task.CompletedTask;

    /// <summary>Runs first when the test ends.</summary>
    private protected virtual Task CleanAsync() => Task.CompletedTask;

    private protected virtual Task DisconnectAsync() => Task.CompletedTask;

    private protected Task<JsonObject> ApplyAsync(ResourceType type, string manifest, string manager = Manager, bool force = false) =>
        Client.ApplyAsync(type, Manifest(manifest), new ApplyOptions { FieldManager = manager, Force = force }, Limit);

    /// <summary>Puts the test's namespace into a manifest.</summary>
    private protected JsonObject Manifest(string json)
    {
        var manifest = JsonNode.Parse(json)!.AsObject();
        manifest["metadata"]!["namespace"] = Namespace;
        return manifest;
    }

    /// <remarks>Servers before 1.21 refuse to apply ports without their protocol.</remarks>
    private protected Task<JsonObject> ApplyServiceAsync(string name, string group = "conformance") => ApplyAsync(ResourceTypes.Services, $$$"""
        {"metadata":{"name":"{{{name}}}","labels":{"group":"{{{group}}}"}},"spec":{"ports":[{"name":"http","port":80,"targetPort":"web","protocol":"TCP"}],"selector":{"app":"{{{name}}}"} } }
        """);

    /// <summary>An object without a namespace, deleted when the test ends.</summary>
    private protected async Task<JsonObject> ApplyClusterScopedAsync(ResourceType type, JsonObject manifest)
    {
        _clusterScoped.Add((type, (string)manifest["metadata"]!["name"]!));
        return await Client.ApplyAsync(type, manifest, new ApplyOptions { FieldManager = Manager }, Limit);
    }

    private protected async Task<ResourceList<T>> ListAsync<T>(ResourceType<T> type, string? selector = null)
        where T : class, IKubernetesObject => await Client.ListAsync(type, new ListOptions { Namespace = Namespace, LabelSelector = selector }, Limit);

    private protected static async Task<KubernetesApiException> AssertFailsAsync(KubernetesErrorKind kind, Func<Task> call)
    {
        var error = await Assert.ThrowsAsync<KubernetesApiException>(call);
        Assert.True(kind == error.Kind, $"Expected {kind} but it is {error.Kind}: {error.Message}");
        return error;
    }

    private protected static string Uid(JsonObject item) => (string)item["metadata"]!["uid"]!;

    private protected static string Version(JsonObject item) => (string)item["metadata"]!["resourceVersion"]!;
}
