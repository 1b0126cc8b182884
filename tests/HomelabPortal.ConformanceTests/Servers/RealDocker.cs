using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using HomelabPortal.Testing;

namespace HomelabPortal.ConformanceTests.Servers;

/// <summary>A real Docker daemon of the tests' own, with one small image; see eng/dockerd.sh.</summary>
public class RealDocker : IAsyncLifetime
{
    internal const string Image = "homelab-portal-test:busybox";
    private const int InnerTlsPort = 2376;
    private static readonly TimeSpan _startTimeout = TimeSpan.FromSeconds(60);
    private TemporaryFolder? _folder;
    private ChildProcess? _daemon;
    private HttpClient? _http;
    private NetworkNamespaceRelay? _relay;

    internal static string? WhyMissing { get; } = FindWhyMissing();

    internal Uri Address => new($"unix://{SocketPath}");

    /// <summary>The same daemon behind mutual TLS.</summary>
    internal Uri TlsAddress => new($"https://127.0.0.1:{_relay!.Port}");

    /// <summary>ca.pem, cert.pem and key.pem that <see cref="TlsAddress"/> accepts.</summary>
    internal string CertificateFolder => _folder!.Combine("client");

    /// <summary>The right ca.pem, but a client certificate from an authority that the daemon does not know.</summary>
    internal string ForeignCertificateFolder => _folder!.Combine("foreign");

    /// <summary>The process of the daemon, whose network is its own.</summary>
    internal int ProcessId { get; private set; }

    private string SocketPath => _folder!.Combine("docker.sock");

    public Task InitializeAsync() => WhyMissing is null ? StartAsync(CancellationToken.None) : Task.CompletedTask;

    public async Task DisposeAsync()
    {
        if (_http is not null && _daemon is { HasExited: false })
            await RemoveContainersAsync();
        _http?.Dispose();
        if (_relay is not null)
            await _relay.DisposeAsync();
        if (_daemon is not null)
            await _daemon.DisposeAsync();
        _folder?.Dispose();
    }

    /// <summary>Further options of the daemon and variables of its environment, for a daemon that is set up otherwise.</summary>
    private protected virtual (IReadOnlyList<string> Options, IReadOnlyDictionary<string, string>? Environment) SetUp(string folder) => ([], null);

    private async Task StartAsync(CancellationToken cancellationToken)
    {
        _folder = new TemporaryFolder();
        await WriteCertificatesAsync(cancellationToken);
        var (options, environment) = SetUp(_folder.Path);
        _daemon = ChildProcess.Start(RepositoryFolder.Combine("eng", "dockerd.sh"),
        [
            _folder.Path, "-H", $"tcp://127.0.0.1:{InnerTlsPort}", "--tlsverify", "--tlscacert", _folder.Combine("server/ca.pem"),
            "--tlscert", _folder.Combine("server/cert.pem"), "--tlskey", _folder.Combine("server/key.pem"), .. options,
        ], environment);
        _http = DockerHttp.Connect(Address);
        await WaitUntilReadyAsync(cancellationToken);
        await BusyboxImage.ImportAsync(_http, Image, isSick: false, cancellationToken);
        ProcessId = int.Parse(await File.ReadAllTextAsync(_folder.Combine("docker.pid"), cancellationToken), CultureInfo.InvariantCulture);
        _relay = new NetworkNamespaceRelay(ProcessId, InnerTlsPort);
    }

    /// <summary>By the script that sets up a GPU machine, so that a daemon and the portal are seen to take what it makes.</summary>
    private async Task WriteCertificatesAsync(CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo("sh", [RepositoryFolder.Combine("deploy", "gpu-host", "setup.sh"), "--directory", _folder!.Path, "--address", "127.0.0.1", "certificates"])
        {
            RedirectStandardOutput = true, RedirectStandardError = true,
        };
        using (var script = Process.Start(start)!)
        {
            var (said, complained) = (script.StandardOutput.ReadToEndAsync(cancellationToken), script.StandardError.ReadToEndAsync(cancellationToken));
            await script.WaitForExitAsync(cancellationToken);
            if (script.ExitCode != 0)
                throw new InvalidOperationException($"The certificates could not be made.\n{await said}{await complained}");
        }

        using var stranger = new TestAuthority();
        var (certificate, key) = stranger.IssueClient("CN=stranger");
        Directory.CreateDirectory(ForeignCertificateFolder);
        File.Copy(_folder.Combine("client/ca.pem"), Path.Combine(ForeignCertificateFolder, "ca.pem"));
        await File.WriteAllTextAsync(Path.Combine(ForeignCertificateFolder, "cert.pem"), certificate, cancellationToken);
        await File.WriteAllTextAsync(Path.Combine(ForeignCertificateFolder, "key.pem"), key, cancellationToken);
    }

    private async Task WaitUntilReadyAsync(CancellationToken cancellationToken)
    {
        var started = Stopwatch.StartNew();
        while (true)
        {
            try
            {
                using var response = await _http!.GetAsync("_ping", cancellationToken);
                if (response.IsSuccessStatusCode)
                    return;
            }
            catch (HttpRequestException) when (!_daemon!.HasExited && started.Elapsed < _startTimeout)
            {
                // Not listening yet; the loop asks again until the time is up.
            }

            if (_daemon!.HasExited || started.Elapsed > _startTimeout)
                throw new InvalidOperationException($"dockerd is not ready.\n{_daemon.Output}");
            await Task.Delay(TimeSpan.FromMilliseconds(200), TimeProvider.System, cancellationToken);
        }
    }

    /// <summary>The daemon would otherwise wait for each one to heed its stop signal.</summary>
    private async Task RemoveContainersAsync()
    {
        foreach (var container in await _http!.GetFromJsonAsync<JsonArray>("containers/json?all=1") ?? [])
            (await _http!.DeleteAsync($"containers/{container!["Id"]}?force=1&v=1")).Dispose();
    }

    private static string? FindWhyMissing()
    {
        if (!OperatingSystem.IsLinux() || Environment.UserName != "root")
            return "a private Docker daemon can be started by root on Linux only";
        if (new[] { "dockerd", "unshare", "iptables" }.FirstOrDefault(program => !SearchPath.Has(program)) is { } program)
            return $"{program} is missing: install the packages docker.io, iptables and util-linux";
        if (!File.Exists(BusyboxImage.BusyboxPath))
            return $"{BusyboxImage.BusyboxPath} is missing: install the package busybox-static";
        using var unshare = Process.Start(new ProcessStartInfo("unshare", ["--net", "--mount", "true"]) { RedirectStandardError = true })!;
        unshare.WaitForExit();
        return unshare.ExitCode == 0 ? null : "this machine does not let root make network and mount namespaces (unshare --net --mount)";
    }
}
