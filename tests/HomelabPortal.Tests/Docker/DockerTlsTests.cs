using HomelabPortal.Docker;

namespace HomelabPortal.Tests.Docker;

public sealed class DockerTlsTests
{
    [Fact]
    public async Task Certificates_OfOneAuthority_Connect()
    {
        using var certificates = new TestCertificates();
        Assert.Null(await PingAsync(certificates, certificates, certificates.Directory));
    }

    [Fact]
    public async Task Client_OfAnotherAuthority_IsRejected()
    {
        using var server = new TestCertificates();
        using var stranger = new TestCertificates();
        File.Copy(Path.Combine(server.Directory, "ca.pem"), Path.Combine(stranger.Directory, "ca.pem"), overwrite: true);
        Assert.Equal(DockerErrorKind.TlsRejected, (await PingAsync(server, server, stranger.Directory))?.Kind);
    }

    [Fact]
    public async Task Server_OfAnotherAuthority_IsRejected()
    {
        using var server = new TestCertificates();
        using var client = new TestCertificates();
        Assert.Equal(DockerErrorKind.TlsRejected, (await PingAsync(server, client, client.Directory))?.Kind);
    }

    [Fact]
    public async Task Client_WithoutACertificate_IsRejected()
    {
        using var server = new TestCertificates();
        Assert.Equal(DockerErrorKind.TlsRejected, (await PingAsync(server, server, null))?.Kind);
    }

    [Fact]
    public async Task Port_WhereNobodyListens_IsUnreachable()
    {
        using var certificates = new TestCertificates();
        using var client = new DockerClient(DockerConnection.FromAddress("https://127.0.0.1:1", certificates.Directory), TimeProvider.System);
        Assert.Equal(DockerErrorKind.Unreachable, (await Assert.ThrowsAsync<DockerApiException>(() => client.PingAsync(default))).Kind);
    }

    [Theory]
    [InlineData("ca.pem")]
    [InlineData("cert.pem")]
    [InlineData("key.pem")]
    public void File_ThatIsMissingOrNotPem_IsNamed(string file)
    {
        using var certificates = new TestCertificates();
        var path = Path.Combine(certificates.Directory, file);
        File.WriteAllText(path, "not a certificate");
        var damaged = Assert.Throws<DockerApiException>(Connect);
        File.Delete(path);
        var missing = Assert.Throws<DockerApiException>(Connect);
        Assert.All([damaged, missing], fault =>
        {
            Assert.Equal(DockerErrorKind.BadConnection, fault.Kind);
            Assert.Contains(file, fault.Message, StringComparison.Ordinal);
        });

        DockerClient Connect() => new(DockerConnection.FromAddress("https://127.0.0.1:1", certificates.Directory), TimeProvider.System);
    }

    private static async Task<DockerApiException?> PingAsync(TestCertificates server, TestCertificates clientAuthority, string? directory)
    {
        await using var daemon = await FakeDaemon.StartAsync(_ => Task.CompletedTask, server.Server, clientAuthority.Authority);
        using var client = new DockerClient(DockerConnection.FromAddress(daemon.Address, directory), TimeProvider.System);
        return await Record.ExceptionAsync(() => client.PingAsync(default)) is { } fault ? Assert.IsType<DockerApiException>(fault) : null;
    }
}
