using System.Text;
using System.Text.Json.Nodes;
using HomelabPortal.ConformanceTests.Servers;
using Microsoft.Playwright;

namespace HomelabPortal.BrowserTests;

/// <summary>The same way against a real API server and beside a real Docker daemon, Cloudflare simulated.</summary>
[Collection(PortalCollection.Name)]
public sealed class RealExposeJourneyTests(PortalBrowser browser, RealKubernetes cluster, RealDocker docker)
    : IClassFixture<RealKubernetes>, IClassFixture<RealDocker>
{
    [RealJourneyFact]
    public async Task Expose_ThenTunnelThenUndo_WritesTheRealCluster()
    {
        var ns = await cluster.CreateNamespaceAsync();
        await cluster.CreateAsync($"api/v1/namespaces/{ns}/services", Service("it-tools", "ClusterIP"));
        await cluster.CreateAsync($"api/v1/namespaces/{ns}/services", Service("traefik", "LoadBalancer"));
        await SetAddressAsync(ns, "traefik", "10.0.0.99");
        await cluster.CreateAsync($"apis/traefik.io/v1alpha1/namespaces/{ns}/ingressroutes", ForeignRoute());
        await using var journey = await ExposeJourney.StartAsync(cluster.KubeconfigPath, new()
        {
            ["Ingress__TraefikService"] = $"{ns}/traefik",
            ["Docker__Hosts__0__Name"] = "real-box",
            ["Docker__Hosts__0__Address"] = docker.TlsAddress.ToString(),
            ["Docker__Hosts__0__CertificateDirectory"] = docker.CertificateFolder,
        });
        await journey.WalkAsync(browser, Viewport.Desktop, ColorScheme.Dark, $"{ns}/it-tools", "journey-real");
        await journey.SeesDockerHostAsync(browser, "real-box");
    }

    private static JsonObject ForeignRoute() => new()
    {
        ["apiVersion"] = "traefik.io/v1alpha1",
        ["kind"] = "IngressRoute",
        ["metadata"] = new JsonObject { ["name"] = "by-hand" },
        ["spec"] = new JsonObject
        {
            ["routes"] = new JsonArray(new JsonObject
            {
                ["kind"] = "Rule",
                ["match"] = "Host(`by-hand.cowlab.org`)",
                ["services"] = new JsonArray(new JsonObject { ["name"] = "it-tools", ["port"] = 80 }),
            }),
        },
    };

    private static JsonObject Service(string name, string type) => new()
    {
        ["apiVersion"] = "v1",
        ["kind"] = "Service",
        ["metadata"] = new JsonObject { ["name"] = name },
        ["spec"] = new JsonObject
        {
            ["type"] = type,
            ["ports"] = new JsonArray(new JsonObject { ["name"] = "http", ["port"] = 80, ["protocol"] = "TCP" }),
        },
    };

    /// <summary>Does what MetalLB would: gives the service its address.</summary>
    private async Task SetAddressAsync(string ns, string service, string address)
    {
        using var http = cluster.Admin.CreateHttpClient();
        var ingress = new JsonArray(new JsonObject { ["ip"] = address });
        var patch = new JsonObject { ["status"] = new JsonObject { ["loadBalancer"] = new JsonObject { ["ingress"] = ingress } } };
        using var content = new StringContent(patch.ToJsonString(), Encoding.UTF8, "application/merge-patch+json");
        using var response = await http.PatchAsync($"api/v1/namespaces/{ns}/services/{service}/status", content);
        response.EnsureSuccessStatusCode();
    }
}
