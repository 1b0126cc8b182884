using HomelabPortal.Simulator;
using HomelabPortal.Testing;

namespace HomelabPortal.Benchmarks;

/// <summary>Starts the published portal on the simulated fleet and takes the time.</summary>
internal sealed class PortalUnderTest(string assembly, SimulatedLab lab) : IDisposable
{
    private static readonly TimeSpan _startTimeout = TimeSpan.FromSeconds(60);
    private readonly HttpClient _http = new();

    /// <summary>Starts it with an empty data directory.</summary>
    /// <returns>The portal, and how long it took from the start of the process until /readyz said yes and until the pods page held a pod.</returns>
    public async Task<(PortalProcess Portal, double Ready, double Pods)> StartAsync(CancellationToken cancellationToken)
    {
        var begun = TimeProvider.System.GetTimestamp();
        var portal = await PortalProcess.StartAsync(assembly, Settings(), cancellationToken);
        try
        {
            await UntilAsync(new Uri(portal.Address, "readyz"), _ => true, cancellationToken);
            var ready = TimeProvider.System.GetElapsedTime(begun).TotalMilliseconds;
            await UntilAsync(new Uri(portal.Address, PodsPage.Path), page => page.Contains("cluster/pods/", StringComparison.Ordinal), cancellationToken);
            return (portal, ready, TimeProvider.System.GetElapsedTime(begun).TotalMilliseconds);
        }
        catch
        {
            await Console.Error.WriteLineAsync(portal.Log);
            await portal.DisposeAsync();
            throw;
        }
    }

    public void Dispose() => _http.Dispose();

    private Dictionary<string, string> Settings() => new()
    {
        ["ASPNETCORE_ENVIRONMENT"] = "Production",
        ["Lab__Mode"] = "Real",
        ["Kubernetes__Kubeconfig"] = lab.Kubernetes.KubeconfigPath,
        ["Cloudflare__BaseAddress"] = lab.Cloudflare.BaseAddress.ToString(),
        ["Cloudflare__ApiToken"] = lab.Cloudflare.Token,
        ["Cloudflare__AccountId"] = lab.Cloudflare.AccountId,
    };

    private async Task UntilAsync(Uri address, Func<string, bool> isRight, CancellationToken cancellationToken)
    {
        var begun = TimeProvider.System.GetTimestamp();
        while (true)
        {
            using (var response = await _http.GetAsync(address, cancellationToken))
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
