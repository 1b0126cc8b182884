using HomelabPortal.Simulator;
using HomelabPortal.Testing;

namespace HomelabPortal.Benchmarks;

/// <summary>Starts the published portal on the simulated fleet and takes the time.</summary>
internal sealed class PortalUnderTest(string assembly, SimulatedLab lab)
{
    private static readonly TimeSpan _startTimeout = TimeSpan.FromSeconds(60);

    /// <summary>Starts it with an empty data directory.</summary>
    /// <returns>The portal, and how long it took from the start of the process until /readyz said yes and until the pods page held a pod.</returns>
    public async Task<(PortalProcess Portal, PortalPerson Admin, double Ready, double Pods)> StartAsync(CancellationToken cancellationToken)
    {
        var begun = TimeProvider.System.GetTimestamp();
        var portal = await PortalProcess.StartAsync(assembly, Settings(), cancellationToken);
        try
        {
            using var http = new HttpClient { BaseAddress = portal.Address };
            await UntilAsync(http, "readyz", _ => true, cancellationToken);
            var ready = TimeProvider.System.GetElapsedTime(begun);
            // Making the first account takes time of its own, which is no part of starting.
            var asked = TimeProvider.System.GetTimestamp();
            var admin = await portal.AdminAsync(cancellationToken);
            begun += TimeProvider.System.GetTimestamp() - asked;
            await UntilAsync(admin.Http, PodsPage.Path, page => page.Contains("cluster/pods/", StringComparison.Ordinal), cancellationToken);
            return (portal, admin, ready.TotalMilliseconds, TimeProvider.System.GetElapsedTime(begun).TotalMilliseconds);
        }
        catch
        {
            await Console.Error.WriteLineAsync(portal.Log);
            await portal.DisposeAsync();
            throw;
        }
    }

    private Dictionary<string, string> Settings() => new()
    {
        ["ASPNETCORE_ENVIRONMENT"] = "Production",
        ["Lab__Mode"] = "Real",
        ["Kubernetes__Kubeconfig"] = lab.Kubernetes.KubeconfigPath,
        ["Cloudflare__BaseAddress"] = lab.Cloudflare.BaseAddress.ToString(),
        ["Hostnames__Resolver"] = lab.Edge.Resolver.ToString(),
        ["Hostnames__EdgeAddress"] = lab.Edge.Address,
        ["Hostnames__EdgeAuthority"] = lab.Edge.CertificateAuthorityPath,
        ["Cloudflare__ApiToken"] = lab.Cloudflare.Token,
        ["Cloudflare__AccountId"] = lab.Cloudflare.AccountId,
        ["Tunnels__Id"] = lab.CloudflareState.Tunnels[0].Id.ToString(),
    };

    private static async Task UntilAsync(HttpClient http, string address, Func<string, bool> isRight, CancellationToken cancellationToken)
    {
        var begun = TimeProvider.System.GetTimestamp();
        while (true)
        {
            using (var response = await http.GetAsync(address, cancellationToken))
            {
                if (response.IsSuccessStatusCode && isRight(await response.Content.ReadAsStringAsync(cancellationToken)))
                    return;
            }

            if (TimeProvider.System.GetElapsedTime(begun) > _startTimeout)
                throw new TimeoutException($"{address} did not answer as hoped within {_startTimeout.TotalSeconds:0} s.");
            await Task.Delay(TimeSpan.FromMilliseconds(10), TimeProvider.System, cancellationToken);
        }
    }
}
