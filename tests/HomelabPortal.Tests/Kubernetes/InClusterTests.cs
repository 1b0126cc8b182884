using HomelabPortal.Kubernetes;

namespace HomelabPortal.Tests.Kubernetes;

public sealed class InClusterTests : IDisposable
{
    private readonly KubeconfigFolder _folder = new();

    [Theory]
    [InlineData("10.43.0.1", "https://10.43.0.1/")]
    [InlineData("fd00:43::1", "https://[fd00:43::1]/")]
    [InlineData("[fd00:43::1]", "https://[fd00:43::1]/")]
    public async Task MountedAccount_Connects(string host, string server)
    {
        Mount();
        var connection = KubernetesConnection.InCluster(new InClusterEnvironment(host, "443", _folder.PathOf("")));
        Assert.Equal(server, connection.Server.AbsoluteUri);
        Assert.Equal("portal", connection.Namespace);
        Assert.NotNull(connection.Trust);
        Assert.Equal("in-cluster-token", await connection.Credential.GetTokenAsync(TimeProvider.System, default));
    }

    [Fact]
    public void OutsideACluster_SaysSo()
    {
        var error = Assert.Throws<KubeconfigException>(() => KubernetesConnection.InCluster(new InClusterEnvironment(null, null, _folder.PathOf(""))));
        Assert.Equal("KUBERNETES_SERVICE_HOST", error.Field);
        Assert.False(new InClusterEnvironment("10.43.0.1", "443", _folder.PathOf("")).IsPresent);
    }

    [Theory]
    [InlineData("token")]
    [InlineData("ca.crt")]
    public void MissingFile_IsNamed(string name)
    {
        Mount();
        File.Delete(_folder.PathOf(name));
        var error = Assert.Throws<KubeconfigException>(() => KubernetesConnection.InCluster(new InClusterEnvironment("10.43.0.1", "443", _folder.PathOf(""))));
        Assert.Equal(name, error.Field);
    }

    public void Dispose() => _folder.Dispose();

    private void Mount()
    {
        _folder.Write("token", "in-cluster-token\n");
        _folder.Write("ca.crt", KubeconfigFolder.Certificate("ca").Certificate);
        _folder.Write("namespace", "portal\n");
    }
}
