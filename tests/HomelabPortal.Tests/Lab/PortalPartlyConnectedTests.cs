using System.Net;
using System.Net.Sockets;
using HomelabPortal.Desired;
using HomelabPortal.Simulator.Cloudflare;
using HomelabPortal.Testing;

namespace HomelabPortal.Tests.Lab;

/// <summary>Whatever part of the lab is missing or broken, the portal starts, says so where it matters, and does the rest.</summary>
[Collection(PortalStartCollection.Name)]
public sealed class PortalPartlyConnectedTests
{
    private const string Id = "exposure01";
    private const string RouteName = "homelab-portal-" + Id;

    [Fact]
    public async Task Probes_OfAPortalOnAWholeLab_Answer()
    {
        await using var lab = await PortalLab.StartAsync();
        await using var portal = await lab.StartPortalAsync();
        using var pages = await PortalPages.OpenAsync(portal);

        Assert.Equal((HttpStatusCode.OK, "alive"), await pages.ProbeAsync("/healthz"));
        await pages.WaitForAsync("/", "node0");
        var ready = (HttpStatusCode.ServiceUnavailable, "");
        await Eventually.HoldsAsync(async () => (ready = await pages.ProbeAsync("/readyz")).Item1 == HttpStatusCode.OK, () => ready.Item2, TimeSpan.FromSeconds(40));
        Assert.Equal((HttpStatusCode.OK, "ready"), ready);
        Assert.DoesNotContain(lab.Lab.Cloudflare.Token, portal.Log, StringComparison.Ordinal);
        Assert.DoesNotContain(lab.Lab.Kubernetes.Token, portal.Log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Kubeconfig_Corrupt_CostsOnlyTheClustersPages()
    {
        await using var lab = await PortalLab.StartAsync();
        var path = Path.Combine(lab.DataDirectory, "broken.yaml");
        await File.WriteAllTextAsync(path, "apiVersion: v1\nkind: Config\nclusters: [\n");
        lab.Settings["Kubernetes__Kubeconfig"] = path;
        await using var portal = await lab.StartPortalAsync();
        using var pages = await PortalPages.OpenAsync(portal);

        var nodes = await pages.TextAsync("/cluster/nodes");

        Assert.Contains("No cluster is connected", nodes, StringComparison.Ordinal);
        Assert.Contains(path, nodes, StringComparison.Ordinal);
        Assert.Contains(path, portal.Log, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", portal.Log, StringComparison.Ordinal);
        foreach (var page in new[] { "/", "/cluster/pods", "/cluster/ingress", "/exposures", "/exposures/new", "/activity" })
            await pages.TextAsync(page);
    }

    [Fact]
    public async Task Cloudflare_NotConfigured_LeavesTheLanPartWorking()
    {
        await using var lab = await PortalLab.StartAsync();
        foreach (var key in lab.Settings.Keys.Where(key => key.StartsWith("Cloudflare", StringComparison.Ordinal)).ToList())
            lab.Settings.Remove(key);
        await OfflineDesire.SaveAsync(lab.DataDirectory, OfflineDesire.Put(Id, "qdrant.cowlab.org", "ai/qdrant:http"));
        await using var portal = await lab.StartPortalAsync();
        using var pages = await PortalPages.OpenAsync(portal);

        await Eventually.HoldsAsync(() => RouteIn(lab, "ai"), () => portal.Log, TimeSpan.FromSeconds(40));
        await pages.WaitForAsync($"/exposures/{Id}", "Cloudflare is not connected. Set Cloudflare:ApiToken");
        await pages.WaitForAsync("/", "node0");
    }

    [Fact]
    public async Task Token_WithoutDnsEdit_NamesThePermissionAndOpensNothing()
    {
        await using var lab = await PortalLab.StartAsync();
        var cloudflare = lab.Lab.CloudflareState;
        lock (cloudflare.Gate)
            cloudflare.Tokens[0] = cloudflare.Tokens[0] with { Scopes = CloudflareScopes.ZoneRead | CloudflareScopes.DnsRead | CloudflareScopes.TunnelEdit };
        var before = cloudflare.Zones[0].Records.Count;
        await OfflineDesire.SaveAsync(lab.DataDirectory, OfflineDesire.Put(Id, "qdrant.cowlab.org", "ai/qdrant:http", Visibility.Tunnel));
        await using var portal = await lab.StartPortalAsync();
        using var pages = await PortalPages.OpenAsync(portal);

        await pages.WaitForAsync($"/exposures/{Id}", "qdrant.cowlab.org", "Zone > DNS > Edit");

        Assert.Equal(before, cloudflare.Zones[0].Records.Count);
        Assert.DoesNotContain(lab.Lab.Cloudflare.Token, portal.Log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ApiServer_Unreachable_LeavesPagesWithAGreyState()
    {
        await using var lab = await PortalLab.StartAsync();
        using var deaf = new TcpListener(IPAddress.Loopback, 0);
        deaf.Start();
        var kubeconfig = await File.ReadAllTextAsync(lab.Lab.Kubernetes.KubeconfigPath);
        var path = Path.Combine(lab.DataDirectory, "unreachable.yaml");
        await File.WriteAllTextAsync(path, kubeconfig.Replace($":{lab.Lab.Kubernetes.Address.Port}", $":{((IPEndPoint)deaf.LocalEndpoint).Port}", StringComparison.Ordinal));
        lab.Settings["Kubernetes__Kubeconfig"] = path;
        await OfflineDesire.SaveAsync(lab.DataDirectory, OfflineDesire.Put(Id, "qdrant.cowlab.org", "ai/qdrant:http", Visibility.Tunnel));
        deaf.Stop();
        await using var portal = await lab.StartPortalAsync();
        using var pages = await PortalPages.OpenAsync(portal);

        var home = await pages.WaitForAsync("/", "The cluster cannot be seen");
        await pages.WaitForAsync($"/exposures/{Id}", "Unknown");

        Assert.DoesNotContain("node0", home, StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.OK, "alive"), await pages.ProbeAsync("/healthz"));
        Assert.DoesNotContain(lab.Lab.Faults.Log.Writes, write => write.PathAndQuery.Contains("dns_records", StringComparison.Ordinal));
    }

    private static bool RouteIn(PortalLab lab, string ns) =>
        lab.Lab.KubernetesStore.Get("traefik.io/v1alpha1", "IngressRoute", ns, RouteName) is not null;
}
