using HomelabPortal.Docker;

namespace HomelabPortal.Tests.Docker;

public sealed class DockerConnectionTests
{
    [Theory]
    [InlineData("unix:///var/run/docker.sock", null, "/var/run/docker.sock", "http://docker/")]
    [InlineData("  https://gpu.lan  ", "/certs", null, "https://gpu.lan:2376/")]
    [InlineData("https://gpu.lan:443", "/certs", null, "https://gpu.lan/")]
    [InlineData("https://[fd00::7]:2376", "/certs", null, "https://[fd00::7]:2376/")]
    [InlineData("https://[fd00::7]", "/certs", null, "https://[fd00::7]:2376/")]
    [InlineData("tcp://gpu.lan:2376", "/certs", null, "https://gpu.lan:2376/")]
    [InlineData("tcp://127.0.0.1:2375", null, null, "http://127.0.0.1:2375/")]
    [InlineData("http://localhost:80", "", null, "http://localhost/")]
    [InlineData("http://[::1]", null, null, "http://[::1]:2375/")]
    public void Address_ThatIsSupported_IsRead(string address, string? certificates, string? socket, string baseAddress)
    {
        var connection = DockerConnection.FromAddress(address, certificates);
        Assert.Equal((socket, baseAddress), (connection.SocketPath, connection.BaseAddress.AbsoluteUri));
    }

    [Theory]
    [InlineData("ssh://gpu.lan", "-- gpu.lan docker system dial-stdio")]
    [InlineData("ssh://owner@10.0.0.7:2222", "-p 2222 -l owner -- 10.0.0.7 docker system dial-stdio")]
    [InlineData("ssh://owner@[fd00::7]", "-l owner -- fd00::7 docker system dial-stdio")]
    public void Address_ThroughSsh_IsACommandWithoutAShell(string address, string expected) =>
        Assert.EndsWith(expected, string.Join(' ', DockerConnection.FromAddress(address).Ssh!.Arguments()), StringComparison.Ordinal);

    [Theory]
    [InlineData("", null)]
    [InlineData("docker.sock", null)]
    [InlineData("unix://", null)]
    [InlineData("unix://var/run/docker.sock", null)]
    [InlineData("unix:///var/run/docker.sock", "/certs")]
    [InlineData("http://gpu.lan:2375", null)]
    [InlineData("tcp://10.0.0.7:2375", null)]
    [InlineData("http://10.0.0.7:2375", "/certs")]
    [InlineData("ssh://gpu.lan", "/certs")]
    [InlineData("ssh://-oProxyCommand=x", null)]
    [InlineData("ssh://-x@gpu.lan", null)]
    [InlineData("ssh://a b@gpu.lan", null)]
    [InlineData("ssh://gpu.lan/run/docker.sock", null)]
    [InlineData("ssh://user:password@gpu.lan", null)]
    [InlineData("ftp://gpu.lan", null)]
    public void Address_ThatIsUnsafeOrUnknown_IsRefused(string address, string? certificates)
    {
        var fault = Assert.Throws<DockerApiException>(() => DockerConnection.FromAddress(address, certificates));
        Assert.Equal(DockerErrorKind.BadConnection, fault.Kind);
    }
}
