using HomelabPortal.ConformanceTests.Servers;
using HomelabPortal.Kubernetes;

namespace HomelabPortal.ConformanceTests.Kubernetes;

/// <summary>Every way to sign in, against a server that checks.</summary>
[Collection(RealKubernetesCollection.Name)]
public sealed class RealKubernetesConnectionTests(RealKubernetes cluster)
{
    [RealKubernetesFact(needsPrivateServer: true)]
    public Task InlineToken_SignsIn() => AssertSignsInAsync(cluster.KubeconfigPath);

    [RealKubernetesFact(needsPrivateServer: true)]
    public Task FilesBesideTheKubeconfig_SignIn() => AssertSignsInAsync(cluster.FilesKubeconfigPath);

    [RealKubernetesFact(needsPrivateServer: true)]
    public Task ClientCertificate_SignsIn() => AssertSignsInAsync(cluster.CertificateKubeconfigPath);

    [RealKubernetesFact]
    public async Task Impersonation_GivesAwayRights()
    {
        var admin = KubernetesConnection.FromKubeconfig(KubeconfigSource.FromFile(cluster.KubeconfigPath));
        var connection = new KubernetesConnection(admin.Server, "nobody")
        {
            Trust = admin.Trust,
            Credential = admin.Credential,
            ClientCertificate = admin.ClientCertificate,
            ImpersonationHeaders = [("Impersonate-User", "nobody")],
        };
        using var client = new KubernetesClient(connection, TimeProvider.System);
        var error = await Assert.ThrowsAsync<KubernetesApiException>(() => client.ListAsync(ResourceTypes.Nodes));
        Assert.Equal(KubernetesErrorKind.Forbidden, error.Kind);
        Assert.Contains("\"nobody\"", error.Message);
    }

    private static async Task AssertSignsInAsync(string path)
    {
        using var client = new KubernetesClient(KubernetesConnection.FromKubeconfig(KubeconfigSource.FromFile(path)), TimeProvider.System);
        Assert.NotEmpty((await client.ListAsync(ResourceTypes.Namespaces)).Items);
    }
}
