using HomelabPortal.ConformanceTests.Servers;
using HomelabPortal.Docker;

namespace HomelabPortal.ConformanceTests.Docker;

[Collection(RealDockerCollection.Name)]
public sealed class RealDockerTlsTests(RealDocker docker)
{
    [RealDockerFact]
    public async Task Certificate_OfTheRightAuthority_IsAccepted()
    {
        using var client = Connect(docker.CertificateFolder);
        Assert.NotNull((await client.VersionAsync(CancellationToken.None)).Version);
        Assert.NotNull(await client.ListContainersAsync(null, CancellationToken.None));
    }

    [RealDockerFact]
    public async Task Certificate_OfAnotherAuthority_IsRejectedAsSuch()
    {
        // Whether the daemon's alert or the end of the connection arrives first is chance, so it is tried more than once.
        for (var i = 0; i < 10; i++)
        {
            using var client = Connect(docker.ForeignCertificateFolder);
            var fault = await Assert.ThrowsAsync<DockerApiException>(() => client.PingAsync(CancellationToken.None));
            Assert.Equal(DockerErrorKind.TlsRejected, fault.Kind);
        }
    }

    [RealDockerFact]
    public async Task PlainHttp_ToTheTlsPort_IsAnAnswerAndNotAHang()
    {
        using var client = new DockerClient(DockerConnection.FromAddress($"http://{docker.TlsAddress.Authority}"), TimeProvider.System);
        var fault = await Assert.ThrowsAsync<DockerApiException>(() => client.PingAsync(CancellationToken.None));
        Assert.Equal(400, fault.StatusCode);
    }

    private DockerClient Connect(string folder) => new(DockerConnection.FromAddress(docker.TlsAddress.AbsoluteUri, folder), TimeProvider.System);
}
