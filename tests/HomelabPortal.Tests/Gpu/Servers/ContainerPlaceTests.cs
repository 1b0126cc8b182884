using HomelabPortal.Desired;
using HomelabPortal.Gpu;
using HomelabPortal.Gpu.Servers;
using HomelabPortal.Tests.Gpu.Containers;

namespace HomelabPortal.Tests.Gpu.Servers;

public sealed class ContainerPlaceTests
{
    private static readonly ContainerBackend _backend = new(Wish.Host, "server", 8000) { Address = "10.0.0.1", HostPort = 1 };

    [Fact]
    public void Wanted_BoundToAnAddress_IsReachedThere() =>
        Assert.Equal(new ContainerPlace("10.0.0.161", 8001, null), Of(Docks.State(), "10.0.0.161", 8001));

    [Theory]
    [InlineData("0.0.0.0")]
    [InlineData("::")]
    public void Wanted_BoundToAll_FollowsTheHostsAddress(string everywhere)
    {
        Assert.Equal(Docks.Lan, Of(Docks.State(), everywhere, 8000).Address);
        Assert.Equal("10.0.0.99", Of(new DockerState([Docks.Host() with { LanAddress = "10.0.0.99" }]), everywhere, 8000).Address);
    }

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("127.1.2.3")]
    [InlineData("::1")]
    public void Wanted_BoundToItsHostAlone_NamesTheWayOut(string loopback)
    {
        var place = Of(Docks.State(), loopback, 8000);

        Assert.Null(place.Address);
        Assert.Contains("Publish it on the LAN address 10.0.0.160", place.WhyNot, StringComparison.Ordinal);
    }

    [Fact]
    public void Seen_OnAnotherPortThanBefore_IsReachedAtTheNewOne() =>
        Assert.Equal(new ContainerPlace(Docks.Lan, 9000, null), ContainerPlace.Of(_backend, new DesiredState(), Docks.State(Docks.Seen("server", "nginx", ports: new DockerPort("0.0.0.0", 9000, 8000)))));

    [Fact]
    public void Seen_WithoutThePort_SaysSo() =>
        Assert.Contains("8000", ContainerPlace.Of(_backend, new DesiredState(), Docks.State(Docks.Seen("server", "nginx"))).WhyNot, StringComparison.Ordinal);

    [Fact]
    public void Stopped_GoneOrUnseen_StaysWhereItWas()
    {
        var last = new ContainerPlace("10.0.0.1", 1, null);

        Assert.Equal(last, ContainerPlace.Of(_backend, new DesiredState(), Docks.State(Docks.Seen("server", "nginx", "exited"))));
        Assert.Equal(last, ContainerPlace.Of(_backend, new DesiredState(), Docks.State()));
        Assert.Equal(last, ContainerPlace.Of(_backend, new DesiredState(), DockerState.Empty));
    }

    [Fact]
    public void Host_WithoutAnAddress_NamesTheSetting() =>
        Assert.Contains("LanAddress", Of(new DockerState([Docks.Host() with { LanAddress = null }]), "0.0.0.0", 8000).WhyNot, StringComparison.Ordinal);

    private static ContainerPlace Of(DockerState docker, string address, int port) =>
        ContainerPlace.Of(_backend, new DesiredState { Containers = [Docks.Wanted("nginx", address, port)] }, docker);
}
