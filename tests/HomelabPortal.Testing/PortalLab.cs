using HomelabPortal.Simulator;

namespace HomelabPortal.Testing;

/// <summary>
/// A simulated lab in the test's own process, and the settings by which a portal takes it for a real one:
/// the test sees what was asked of the lab and what is in it, past the portal.
/// </summary>
internal sealed class PortalLab : IAsyncDisposable
{
    private readonly TemporaryFolder _folder = new();

    private PortalLab(SimulatedLab lab)
    {
        Lab = lab;
        Settings = new Dictionary<string, string>
        {
            ["Lab__Mode"] = "Real",
            ["Portal__Policy"] = "Sync",
            ["Portal__DataDirectory"] = _folder.Path,
            ["Kubernetes__Kubeconfig"] = lab.Kubernetes.KubeconfigPath,
            ["Cloudflare__ApiToken"] = lab.Cloudflare.Token,
            ["Cloudflare__AccountId"] = lab.Cloudflare.AccountId,
            ["Tunnels__Id"] = lab.CloudflareState.Tunnels[0].Id.ToString(),
            ["Cloudflare__BaseAddress"] = lab.Cloudflare.BaseAddress.ToString(),
            ["Hostnames__Resolver"] = lab.Edge.Resolver.ToString(),
            ["Hostnames__EdgeAddress"] = lab.Edge.Address,
            ["Hostnames__EdgeAuthority"] = lab.Edge.CertificateAuthorityPath,
            // What checks and notifications of a test are sent to stands on this machine.
            ["Checks__AllowLoopback"] = "true",
        };
        foreach (var (index, host) in lab.DockerHosts.Index())
        {
            Settings[$"Docker__Hosts__{index}__Name"] = host.Name;
            Settings[$"Docker__Hosts__{index}__Address"] = host.Address.ToString();
            Settings[$"Docker__Hosts__{index}__LanAddress"] = host.LanAddress;
        }
    }

    public SimulatedLab Lab { get; }

    /// <summary>For the environment of a portal; a test may change them before it starts one.</summary>
    public Dictionary<string, string> Settings { get; }

    /// <summary>Outlives every portal on it.</summary>
    public string DataDirectory => _folder.Path;

    public static async Task<PortalLab> StartAsync(SimulatedLabOptions? options = null, CancellationToken cancellationToken = default) =>
        new(await SimulatedLab.StartAsync(options ?? new SimulatedLabOptions { Lives = false, ConnectorDelay = TimeSpan.FromMilliseconds(300) }, cancellationToken));

    public Task<PortalProcess> StartPortalAsync(CancellationToken cancellationToken = default) => PortalProcess.StartAsync(Settings, cancellationToken);

    public async ValueTask DisposeAsync()
    {
        await Lab.DisposeAsync();
        _folder.Dispose();
    }
}
