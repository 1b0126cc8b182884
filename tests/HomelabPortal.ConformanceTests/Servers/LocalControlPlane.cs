using System.Diagnostics;
using System.Security.Cryptography;
using HomelabPortal.Testing;

namespace HomelabPortal.ConformanceTests.Servers;

/// <summary>etcd and a real kube-apiserver on loopback: no scheduler, no controllers, no kubelet.</summary>
internal sealed class LocalControlPlane : IAsyncDisposable
{
    private static readonly TimeSpan _startTimeout = TimeSpan.FromSeconds(60);
    private readonly TemporaryFolder _folder = new();
    private readonly TestAuthority _authority = new();
    private ChildProcess? _etcd;
    private ChildProcess? _apiServer;

    private LocalControlPlane()
    {
    }

    public static string? WhyMissing { get; } = FindWhyMissing();

    public KubernetesAccess Admin { get; private set; } = new(new Uri("about:blank"), null);

    /// <summary>A member of system:masters who signs in with a certificate.</summary>
    public KubernetesAccess CertificateAdmin => Admin with { Token = null, Client = _authority.IssueClient("O=system:masters, CN=certificate-admin") };

    private static string ApiServerPath =>
        Environment.GetEnvironmentVariable("HOMELAB_TEST_KUBE_APISERVER")
        ?? Path.Combine(CacheFolder(), "kube-apiserver-1.20");

    public static async Task<LocalControlPlane> StartAsync(CancellationToken cancellationToken)
    {
        var plane = new LocalControlPlane();
        try
        {
            await plane.RunAsync(cancellationToken);
            return plane;
        }
        catch
        {
            await plane.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_apiServer is not null)
            await _apiServer.DisposeAsync();
        if (_etcd is not null)
            await _etcd.DisposeAsync();
        _authority.Dispose();
        _folder.Dispose();
    }

    private async Task RunAsync(CancellationToken cancellationToken)
    {
        var ports = LoopbackPort.Free(3);
        var (etcd, peer) = ($"http://127.0.0.1:{ports[0]}", $"http://127.0.0.1:{ports[1]}");
        _etcd = ChildProcess.Start("etcd",
        [
            "--data-dir", _folder.Combine("etcd"), "--listen-client-urls", etcd, "--advertise-client-urls", etcd,
            "--listen-peer-urls", peer, "--initial-advertise-peer-urls", peer, "--initial-cluster", $"default={peer}",
        ]);

        var token = RandomNumberGenerator.GetHexString(32, lowercase: true);
        var (certificate, key) = _authority.IssueServer();
        using var serviceAccountKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        Admin = new KubernetesAccess(new Uri($"https://127.0.0.1:{ports[2]}/"), _authority.CertificatePem) { Token = token };
        _apiServer = ChildProcess.Start(ApiServerPath,
        [
            "--etcd-servers", etcd, "--bind-address", "127.0.0.1", "--secure-port", $"{ports[2]}", "--advertise-address", "127.0.0.1",
            "--tls-cert-file", Write("server.pem", certificate), "--tls-private-key-file", Write("server.key", key),
            "--client-ca-file", Write("authority.pem", _authority.CertificatePem),
            "--token-auth-file", Write("tokens.csv", $"{token},admin,1,\"system:masters\"\n"),
            "--authorization-mode", "RBAC", "--disable-admission-plugins", "ServiceAccount",
            "--service-account-issuer", "https://kubernetes.default.svc.cluster.local",
            "--service-account-key-file", Write("service-account.pub", serviceAccountKey.ExportSubjectPublicKeyInfoPem()),
            "--service-account-signing-key-file", Write("service-account.key", serviceAccountKey.ExportECPrivateKeyPem()),
            "--service-cluster-ip-range", "10.43.0.0/16", "--cert-dir", _folder.Path,
        ]);
        await WaitUntilReadyAsync(cancellationToken);
    }

    private async Task WaitUntilReadyAsync(CancellationToken cancellationToken)
    {
        using var http = Admin.CreateHttpClient();
        var started = Stopwatch.StartNew();
        while (true)
        {
            try
            {
                using var response = await http.GetAsync("readyz", cancellationToken);
                if (response.IsSuccessStatusCode)
                    return;
            }
            catch (HttpRequestException) when (started.Elapsed < _startTimeout)
            {
                // Not listening yet; the loop asks again until the time is up.
            }

            if (_apiServer!.HasExited || _etcd!.HasExited || started.Elapsed > _startTimeout)
                throw new InvalidOperationException($"kube-apiserver is not ready.\n{_apiServer.Output}\n{_etcd!.Output}");
            await Task.Delay(TimeSpan.FromMilliseconds(200), TimeProvider.System, cancellationToken);
        }
    }

    private string Write(string name, string text)
    {
        File.WriteAllText(_folder.Combine(name), text);
        return _folder.Combine(name);
    }

    private static string CacheFolder() =>
        Environment.GetEnvironmentVariable("HOMELAB_TEST_CACHE")
        ?? Path.Combine(
            Environment.GetEnvironmentVariable("XDG_CACHE_HOME")
            ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".cache"), "homelab-portal");

    private static string? FindWhyMissing() =>
        !File.Exists(ApiServerPath) ? $"{ApiServerPath} is missing: eng/kube-apiserver.sh builds it"
        : !SearchPath.Has("etcd") ? "etcd is missing: install the package etcd-server"
        : null;
}
