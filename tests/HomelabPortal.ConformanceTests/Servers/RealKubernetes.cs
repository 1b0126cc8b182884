using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using HomelabPortal.Testing;

namespace HomelabPortal.ConformanceTests.Servers;

/// <summary>
/// A real API server for the tests: a private one, or the cluster whose kubeconfig <c>HOMELAB_TEST_KUBECONFIG</c> names
/// (its user needs the rights of an administrator; everything made there is deleted at the end, save for missing definitions).
/// </summary>
public sealed class RealKubernetes : IAsyncLifetime
{
    private static readonly string? _external = Environment.GetEnvironmentVariable("HOMELAB_TEST_KUBECONFIG") is { Length: > 0 } path ? path : null;
    private readonly ConcurrentQueue<string> _namespaces = new();
    private readonly string _run = $"hlp-test-{Guid.NewGuid():N}"[..17];
    private int _nextNamespace;
    private TemporaryFolder? _folder;
    private LocalControlPlane? _plane;
    private ClusterSetup? _setup;

    internal static string? WhyMissing { get; } =
        _external is null ? LocalControlPlane.WhyMissing
        : File.Exists(_external) ? null
        : $"{_external}, named by HOMELAB_TEST_KUBECONFIG, is missing";

    internal static bool IsExternal => _external is not null;

    /// <summary>May do everything. In a private server the file holds a token and the authority inline.</summary>
    internal string KubeconfigPath { get; private set; } = "";

    /// <summary>Authority and token as files named by relative paths. Private server only.</summary>
    internal string FilesKubeconfigPath { get; private set; } = "";

    /// <summary>Signs in with a client certificate. Private server only.</summary>
    internal string CertificateKubeconfigPath { get; private set; } = "";

    /// <summary>A service account that may get, list and watch, but not secrets, and change nothing.</summary>
    internal string ReaderKubeconfigPath { get; private set; } = "";

    internal KubernetesAccess Admin { get; private set; } = new(new Uri("about:blank"), null);

    public Task InitializeAsync() => WhyMissing is null ? StartAsync(CancellationToken.None) : Task.CompletedTask;

    /// <summary>A namespace for one test, so that nothing is shared.</summary>
    internal async Task<string> CreateNamespaceAsync(CancellationToken cancellationToken = default)
    {
        var name = $"{_run}-{Interlocked.Increment(ref _nextNamespace)}";
        await _setup!.CreateAsync("api/v1/namespaces", ClusterSetup.Manifest("v1", "Namespace", name), cancellationToken);
        _namespaces.Enqueue(name);
        return name;
    }

    /// <summary>Makes an object apart from the client library; <paramref name="path"/> is that of the collection.</summary>
    internal Task<JsonObject?> CreateAsync(string path, JsonObject manifest, CancellationToken cancellationToken = default) =>
        _setup!.CreateAsync(path, manifest, cancellationToken);

    /// <summary>Deletes an object apart from the client library.</summary>
    internal Task DeleteAsync(string path, CancellationToken cancellationToken = default) => _setup!.DeleteAsync(path, cancellationToken);

    internal Task<string> CreateTokenAsync(string @namespace, string account, CancellationToken cancellationToken = default) =>
        _setup!.CreateTokenAsync(@namespace, account, cancellationToken);

    public async Task DisposeAsync()
    {
        if (_plane is null && _setup is not null)
        {
            await _setup.DeleteReaderAsync(_run, CancellationToken.None);
            foreach (var name in _namespaces)
                await _setup.DeleteAsync($"api/v1/namespaces/{name}", CancellationToken.None);
        }

        _setup?.Dispose();
        if (_plane is not null)
            await _plane.DisposeAsync();
        _folder?.Dispose();
    }

    private async Task StartAsync(CancellationToken cancellationToken)
    {
        _folder = new TemporaryFolder();
        if (_external is not null)
        {
            KubeconfigPath = _external;
            Admin = KubeconfigFile.Read(_external);
        }
        else
        {
            _plane = await LocalControlPlane.StartAsync(cancellationToken);
            Admin = _plane.Admin;
            KubeconfigPath = Write("admin.yaml", Admin);
            CertificateKubeconfigPath = Write("certificate.yaml", _plane.CertificateAdmin);
            FilesKubeconfigPath = _folder.Combine("files.yaml");
            KubeconfigFile.WriteWithFiles(FilesKubeconfigPath, Admin);
        }

        _setup = new ClusterSetup(Admin.CreateHttpClient());
        await _setup.InstallDefinitionsAsync(cancellationToken);
        await _setup.CreateAsync("api/v1/namespaces", ClusterSetup.Manifest("v1", "Namespace", _run), cancellationToken);
        _namespaces.Enqueue(_run);
        var token = await _setup.CreateReaderAsync(_run, cancellationToken);
        ReaderKubeconfigPath = Write("reader.yaml", Admin with { Client = null, Token = token });
    }

    private string Write(string name, KubernetesAccess access)
    {
        var path = _folder!.Combine(name);
        File.WriteAllText(path, KubeconfigFile.Inline(access));
        return path;
    }
}
