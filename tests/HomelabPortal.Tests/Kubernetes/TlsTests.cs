using HomelabPortal.Kubernetes;

namespace HomelabPortal.Tests.Kubernetes;

public sealed class TlsTests
{
    [Fact]
    public async Task RightAuthorityAndName_TalksHttp2()
    {
        await using var server = await TlsServer.StartAsync("127.0.0.1");
        Assert.Equal("HTTP/2", (await VersionAsync(server, Authority(server.AuthorityPem))).GitVersion);
    }

    [Fact]
    public async Task OtherAuthority_IsRefused()
    {
        await using var server = await TlsServer.StartAsync("127.0.0.1");
        await using var other = await TlsServer.StartAsync("127.0.0.1");
        await AssertRefusedAsync(server, Authority(other.AuthorityPem));
    }

    [Fact]
    public async Task NoAuthority_TrustsOnlyTheOperatingSystem()
    {
        await using var server = await TlsServer.StartAsync("127.0.0.1");
        await AssertRefusedAsync(server, "");
    }

    [Fact]
    public async Task OtherName_IsRefusedUnlessTlsServerNameSaysSo()
    {
        await using var server = await TlsServer.StartAsync("kubernetes.default");
        await AssertRefusedAsync(server, Authority(server.AuthorityPem));
        await AssertRefusedAsync(server, Authority(server.AuthorityPem) + ", tls-server-name: other.default");
        Assert.Equal("HTTP/2", (await VersionAsync(server, Authority(server.AuthorityPem) + ", tls-server-name: kubernetes.default")).GitVersion);
    }

    [Fact]
    public async Task SkippedVerification_TakesAnyCertificate()
    {
        await using var server = await TlsServer.StartAsync("elsewhere.test");
        Assert.Equal("HTTP/2", (await VersionAsync(server, ", insecure-skip-tls-verify: true")).GitVersion);
    }

    [Fact]
    public async Task ClientCertificate_IsPresented()
    {
        await using var server = await TlsServer.StartAsync("127.0.0.1");
        var (certificate, key) = KubeconfigFolder.Certificate("portal");
        var user = $"{{client-certificate-data: {KubeconfigFolder.Base64(certificate)}, client-key-data: {KubeconfigFolder.Base64(key)}}}";
        Assert.Equal("CN=portal", (await VersionAsync(server, Authority(server.AuthorityPem), user)).Platform);
    }

    [Fact]
    public async Task AuthorityFileThatChanges_IsReadForTheNextConnection()
    {
        await using var server = await TlsServer.StartAsync("127.0.0.1");
        using var folder = new KubeconfigFolder();
        var path = folder.Write("ca.crt", KubeconfigFolder.Certificate("old authority").Certificate);
        var trust = ServerTrust.InFile(path);
        var connection = new KubernetesConnection(new Uri(server.Address), "a test") { Trust = trust };
        using var client = new KubernetesClient(connection, TimeProvider.System);
        await Assert.ThrowsAsync<KubernetesApiException>(() => client.GetVersionAsync());
        File.WriteAllText(path, server.AuthorityPem);
        Assert.Equal("HTTP/2", (await client.GetVersionAsync()).GitVersion);
        File.Delete(path);
        using var another = new KubernetesClient(connection, TimeProvider.System);
        Assert.Equal("HTTP/2", (await another.GetVersionAsync()).GitVersion);
    }

    private static string Authority(string pem) => $", certificate-authority-data: {KubeconfigFolder.Base64(pem)}";

    private static async Task<ServerVersion> VersionAsync(TlsServer server, string clusterFields, string user = "{}")
    {
        var text = KubeconfigFolder.Text($"{{server: '{server.Address}'{clusterFields}}}", user);
        using var client = new KubernetesClient(KubernetesConnection.FromKubeconfig(KubeconfigSource.FromText(text)), TimeProvider.System);
        return await client.GetVersionAsync();
    }

    private static async Task AssertRefusedAsync(TlsServer server, string clusterFields)
    {
        var error = await Assert.ThrowsAsync<KubernetesApiException>(() => VersionAsync(server, clusterFields));
        Assert.Equal(KubernetesErrorKind.Unreachable, error.Kind);
    }
}
