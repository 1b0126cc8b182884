using System.Net;

namespace HomelabPortal.ConformanceTests.Servers;

/// <summary>The server under the conformance tests is what they take it for.</summary>
[Collection(RealKubernetesCollection.Name)]
public sealed class RealKubernetesTests(RealKubernetes cluster)
{
    [RealKubernetesFact]
    public async Task Admin_ListsEveryDefinedKind()
    {
        using var http = cluster.Admin.CreateHttpClient();
        foreach (var resource in CustomResource.Needed)
            Assert.Equal(HttpStatusCode.OK, await StatusAsync(http, $"apis/{resource.Group}/{resource.Version}/{resource.Plural}"));
    }

    [RealKubernetesFact]
    public async Task Reader_MayListPodsButNotSecretsNorWrite()
    {
        using var http = KubeconfigFile.Read(cluster.ReaderKubeconfigPath).CreateHttpClient();
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(http, "api/v1/pods"));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(http, "apis/traefik.io/v1alpha1/ingressroutes"));
        Assert.Equal(HttpStatusCode.Forbidden, await StatusAsync(http, "api/v1/secrets"));
        using var response = await http.DeleteAsync("api/v1/namespaces/default");
        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
    }

    [RealKubernetesFact(needsPrivateServer: true)]
    public async Task EveryKubeconfig_SignsIn()
    {
        foreach (var path in new[] { cluster.KubeconfigPath, cluster.FilesKubeconfigPath, cluster.CertificateKubeconfigPath })
        {
            using var http = KubeconfigFile.Read(path).CreateHttpClient();
            Assert.Equal(HttpStatusCode.OK, await StatusAsync(http, "api/v1/secrets"));
        }
    }

    private static async Task<HttpStatusCode> StatusAsync(HttpClient http, string path)
    {
        using var response = await http.GetAsync(path);
        return response.StatusCode;
    }
}
