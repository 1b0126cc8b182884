using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using HomelabPortal.ConformanceTests.Servers;

namespace HomelabPortal.ConformanceTests.Deploy;

/// <summary>A real API server takes deploy/kubernetes, and its roles give the portal what it needs and no more.</summary>
[Collection(RealKubernetesCollection.Name)]
public sealed class DeployedManifestsTests(RealKubernetes cluster)
{
    private static readonly string[] _watched =
    [
        "api/v1/nodes", "api/v1/namespaces", "api/v1/pods", "api/v1/services", "api/v1/persistentvolumeclaims", "api/v1/events",
        "apis/apps/v1/deployments", "apis/apps/v1/statefulsets", "apis/apps/v1/daemonsets", "apis/apps/v1/replicasets",
        "apis/batch/v1/jobs", "apis/discovery.k8s.io/v1beta1/endpointslices", "apis/networking.k8s.io/v1/ingresses",
        "apis/traefik.io/v1alpha1/ingressroutes", "apis/traefik.io/v1alpha1/middlewares", "apis/metallb.io/v1beta1/ipaddresspools",
        "apis/longhorn.io/v1beta2/volumes", "apis/longhorn.io/v1beta2/nodes", "apis/cert-manager.io/v1/certificates",
    ];

    [RealKubernetesFact]
    public async Task EveryManifest_IsAccepted()
    {
        var name = await cluster.CreateNamespaceAsync();
        using var http = cluster.Admin.CreateHttpClient();
        foreach (var manifest in DeployedManifest.ReadAll(name))
            await manifest.ApplyAsync(http, dryRun: true);
    }

    [RealKubernetesFact(needsPrivateServer: true)]
    public async Task ServiceAccount_MayWatchTheLabButReadNoSecrets()
    {
        var (_, http) = await SignInAsServiceAccountAsync();
        using (http)
        {
            var requests = _watched.SelectMany(path => new[] { $"{path}?limit=1", $"{path}?watch=1&timeoutSeconds=1" });
            var answers = await Task.WhenAll(requests.Select(async request => (Request: request, Status: await StatusAsync(http.GetAsync(request)))));
            Assert.All(answers, answer => Assert.Equal((answer.Request, HttpStatusCode.OK), answer));
            Assert.Equal(HttpStatusCode.Forbidden, await StatusAsync(http.GetAsync("api/v1/secrets")));
        }
    }

    [RealKubernetesFact(needsPrivateServer: true)]
    public async Task ServiceAccount_MayWriteRoutesAndItsOwnBackendsOnly()
    {
        var (name, http) = await SignInAsServiceAccountAsync();
        using (http)
        {
            const string Route = """{"apiVersion":"traefik.io/v1alpha1","kind":"IngressRoute","metadata":{"name":"x"},"spec":{"routes":[]}}""";
            const string Service = """{"apiVersion":"v1","kind":"Service","metadata":{"name":"x"},"spec":{"ports":[{"port":80,"protocol":"TCP"}]}}""";
            const string Pod = """{"apiVersion":"v1","kind":"Pod","metadata":{"name":"x"},"spec":{"containers":[{"name":"x","image":"x"}]}}""";
            Assert.Equal(HttpStatusCode.Created, await ApplyAsync(http, "apis/traefik.io/v1alpha1/namespaces/default/ingressroutes/x", Route));
            Assert.Equal(HttpStatusCode.OK, await StatusAsync(http.DeleteAsync("apis/traefik.io/v1alpha1/namespaces/default/ingressroutes/x")));
            Assert.Equal(HttpStatusCode.Created, await ApplyAsync(http, $"api/v1/namespaces/{name}/services/x", Service));
            Assert.Equal(HttpStatusCode.Forbidden, await ApplyAsync(http, "api/v1/namespaces/default/services/x", Service));
            Assert.Equal(HttpStatusCode.Forbidden, await ApplyAsync(http, $"api/v1/namespaces/{name}/pods/x", Pod));
        }
    }

    private async Task<(string Namespace, HttpClient Http)> SignInAsServiceAccountAsync()
    {
        var name = await cluster.CreateNamespaceAsync();
        using (var admin = cluster.Admin.CreateHttpClient())
        {
            foreach (var manifest in DeployedManifest.ReadAll(name).Where(manifest => manifest.Kind != "Namespace"))
                await manifest.ApplyAsync(admin, dryRun: false);
        }

        var token = await cluster.CreateTokenAsync(name, name);
        return (name, (cluster.Admin with { Client = null, Token = token }).CreateHttpClient());
    }

    private static async Task<HttpStatusCode> ApplyAsync(HttpClient http, string path, string manifest)
    {
        using var content = new StringContent(manifest, Encoding.UTF8, "application/apply-patch+yaml");
        return await StatusAsync(http.PatchAsync($"{path}?fieldManager=test", content));
    }

    private static async Task<HttpStatusCode> StatusAsync(Task<HttpResponseMessage> request)
    {
        using var response = await request;
        return response.StatusCode;
    }
}
