using HomelabPortal.Desired;
using HomelabPortal.Desired.Containers;
using HomelabPortal.Docker;
using HomelabPortal.Gpu;
using HomelabPortal.Gpu.Servers;
using HomelabPortal.Tests.Gpu.Containers;

namespace HomelabPortal.Tests.Gpu.Servers;

/// <summary>By which addresses and ports a server without a login is found.</summary>
public sealed class ContainerPortsTests
{
    private const string Ollama = "ollama/ollama";
    private static readonly DockerPort _port = new("0.0.0.0", 11434, 11434);

    [Theory]
    [InlineData(Docks.Lan, true)]
    [InlineData("10.0.1.160", true)]
    [InlineData("GPU.lan", true)]
    [InlineData(Wish.Host, true)]
    [InlineData("10.0.1.161", false)]
    public void Host_ByAnyOfItsAddresses_IsKnown(string address, bool isFound)
    {
        var docker = new DockerState([Docks.Host(Docks.Seen("chat", Ollama, ports: _port)) with { OtherAddresses = ["10.0.1.160", "gpu.lan"] }]);

        Assert.Equal(isFound ? "Ollama" : null, ServersWithoutLogin.At(address, 11434, new DesiredState(), docker).Title);
    }

    [Theory]
    [InlineData(Ollama, 11434, "Ollama")]
    [InlineData(Ollama, 8000, null)]
    [InlineData("nginx", 11434, null)]
    public void HostNetwork_AtTheUsualPort_IsKnown(string image, int port, string? title) =>
        Assert.Equal(title, ServersWithoutLogin.At(Docks.Lan, port, new DesiredState(), Docks.State(Docks.Seen("chat", image) with { SharesNetwork = true })).Title);

    [Fact]
    public void HostNetwork_OfOneThatIsWanted_IsKnown()
    {
        var wanted = Docks.Wanted(Ollama) with { Ports = [], IsUnsafe = true, Reach = new HostReach { SharesNetwork = true } };

        Assert.Equal("Ollama", ServersWithoutLogin.At(Docks.Lan, 11434, new DesiredState { Containers = [wanted] }, Docks.State()).Title);
    }

    [Fact]
    public void NetworkOfAnother_ThatPublishesItsPort_IsKnown()
    {
        var other = Docks.Seen("vpn", "qmcgaw/gluetun", ports: [new DockerPort("0.0.0.0", 9999, 11434), new DockerPort("0.0.0.0", 8080, 8080)]);
        var docker = Docks.State(other, Docks.Seen("chat", Ollama) with { NetworkOf = other.Id });

        Assert.Equal("Ollama", ServersWithoutLogin.At(Docks.Lan, 9999, new DesiredState(), docker).Title);
        Assert.Null(ServersWithoutLogin.At(Docks.Lan, 8080, new DesiredState(), docker).Title);
    }

    [Theory]
    [InlineData("host", true, null)]
    [InlineData("container:0123456789ab", false, "0123456789ab")]
    [InlineData("bridge", false, null)]
    [InlineData(null, false, null)]
    public void Network_AsTheListSays_IsRead(string? mode, bool shares, string? other)
    {
        var container = DockerContainer.From(new ContainerSummary { Id = "0123456789abcdef", HostConfig = mode is null ? null : new ContainerSummaryHost { NetworkMode = mode } });

        Assert.Equal((shares, other), (container.SharesNetwork, container.NetworkOf));
    }

    /// <summary>Without it one on the network of its host could not be found.</summary>
    [Fact]
    public void KnownServers_AllOfThem_HaveAUsualPort() => Assert.All(KnownServers.All, server => Assert.NotEmpty(server.Ports ?? []));
}
