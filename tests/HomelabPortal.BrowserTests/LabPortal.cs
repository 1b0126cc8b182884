using HomelabPortal.Simulator;
using HomelabPortal.Testing;

namespace HomelabPortal.BrowserTests;

/// <summary>A portal that writes what is wanted, on a simulated lab of its own, for a test that changes both.</summary>
internal sealed class LabPortal : IAsyncDisposable
{
    private readonly PortalProcess _portal;

    private LabPortal(SimulatedLab lab, PortalProcess portal, PortalPerson admin) => (Lab, _portal, Admin) = (lab, portal, admin);

    public SimulatedLab Lab { get; }

    public PortalPerson Admin { get; }

    /// <summary>Cloudflare is simulated; Kubernetes is, too, unless <paramref name="kubeconfig"/> names a cluster.</summary>
    public static async Task<LabPortal> StartAsync(string? kubeconfig = null, Dictionary<string, string>? settings = null)
    {
        var lab = await SimulatedLab.StartAsync(new SimulatedLabOptions { Lives = false, ConnectorDelay = TimeSpan.FromMilliseconds(500) }, default);
        try
        {
            var portal = await PortalProcess.StartAsync(
                new Dictionary<string, string>(settings ?? [])
                {
                    ["Lab__Mode"] = "Real",
                    ["Portal__Policy"] = "Sync",
                    ["Kubernetes__Kubeconfig"] = kubeconfig ?? lab.Kubernetes.KubeconfigPath,
                    ["Cloudflare__BaseAddress"] = lab.Cloudflare.BaseAddress.ToString(),
                    ["Hostnames__Resolver"] = lab.Edge.Resolver.ToString(),
                    ["Hostnames__EdgeAddress"] = lab.Edge.Address,
                    ["Hostnames__EdgeAuthority"] = lab.Edge.CertificateAuthorityPath,
                    ["Cloudflare__ApiToken"] = lab.Cloudflare.Token,
                    ["Cloudflare__AccountId"] = lab.Cloudflare.AccountId,
                    ["Tunnels__Id"] = lab.CloudflareState.Tunnels[0].Id.ToString(),
                },
                default);
            return new LabPortal(lab, portal, await portal.AdminAsync());
        }
        catch
        {
            await lab.DisposeAsync();
            throw;
        }
    }

    public Task ReadyAsync() => _portal.ReadyAsync(default);

    public async ValueTask DisposeAsync()
    {
        Admin.Dispose();
        await _portal.DisposeAsync();
        await Lab.DisposeAsync();
    }
}
