using HomelabPortal.Docker;
using HomelabPortal.Lab;
using HomelabPortal.Testing;

namespace HomelabPortal.Tests.Lab;

public sealed class DockerHostOptionsTests : IDisposable
{
    private readonly TemporaryFolder _certificates = new();

    public DockerHostOptionsTests()
    {
        foreach (var file in new[] { "ca.pem", "cert.pem", "key.pem" })
            File.WriteAllText(Path.Combine(_certificates.Path, file), "");
    }

    public void Dispose() => _certificates.Dispose();

    [Theory]
    [InlineData("unix:///var/run/docker.sock", false, null)]
    [InlineData("ssh://owner@gpu.lan", false, null)]
    [InlineData("tcp://127.0.0.1:2375", false, null)]
    [InlineData("http://localhost:2375", false, null)]
    [InlineData("tcp://10.0.0.150:2375", false, "unencrypted")]
    [InlineData("http://10.0.0.150:2375", false, "unencrypted")]
    [InlineData("tcp://10.0.0.150:2376", true, null)]
    [InlineData("https://10.0.0.150:2376", true, null)]
    [InlineData("https://10.0.0.150:2376", false, "CertificateDirectory is missing")]
    [InlineData("npipe:////./pipe/docker_engine", false, "the scheme npipe")]
    [InlineData("gpu.lan", false, "is not an address")]
    public void Address_IsJudgedAsTheClientDoes(string address, bool hasCertificates, string? said)
    {
        var directory = hasCertificates ? _certificates.Path : null;

        var faults = new DockerHostOptions { Name = "gpu", Address = address, CertificateDirectory = directory }.Faults("Docker:Hosts:0").ToList();

        if (said is null)
            Assert.Empty(faults);
        else
            Assert.Contains(said, Assert.Single(faults), StringComparison.Ordinal);
        // What the settings let through, the client takes too.
        var refusal = Record.Exception(() => DockerConnection.FromAddress(address, directory));
        Assert.True(said is not null || refusal is null, refusal?.Message);
    }
}
