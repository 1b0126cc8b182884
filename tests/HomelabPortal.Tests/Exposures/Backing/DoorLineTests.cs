using HomelabPortal.Desired;
using HomelabPortal.Exposures.Backing;
using HomelabPortal.Gpu;
using HomelabPortal.Tests.Desired;
using HomelabPortal.Tests.Gpu.Containers;
using HomelabPortal.Tests.Gpu.Servers;

namespace HomelabPortal.Tests.Exposures.Backing;

public sealed class DoorLineTests
{
    private static readonly DockerPort _port = new("0.0.0.0", 8000, 8000);

    [Fact]
    public void Published_WithoutAName_LeadsToTheForm() =>
        Assert.Equal(new DoorLine(null, 0, "/exposures/new?container=gpu%2Fweb%3A8000"), Of(new DesiredState(), Docks.Seen("web", "nginx", ports: _port)));

    [Fact]
    public void BoundToItsHostAlone_LeadsNowhere() => Assert.Null(Of(new DesiredState(), Docks.Seen("web", "nginx", ports: new DockerPort("127.0.0.1", 8000, 8000))));

    [Fact]
    public void WithoutAPort_LeadsNowhere() => Assert.Null(Of(new DesiredState(), Docks.Seen("web", "nginx")));

    [Fact]
    public void Exposed_IsKnownByItsFirstName()
    {
        var desired = new DesiredState { Exposures = [Door("ex00000001", "web.cowlab.org"), Door("ex00000002", "www.cowlab.org")] };

        Assert.Equal(new DoorLine("web.cowlab.org", 1, "/exposures/ex00000001"), Of(desired, Docks.Seen("web", "nginx", ports: _port)));
    }

    [Fact]
    public void Exposed_KeepsItsNameWhileItIsStopped() =>
        Assert.Equal("web.cowlab.org", Of(new DesiredState { Exposures = [Door("ex00000001", "web.cowlab.org")] }, Docks.Seen("web", "nginx", "exited"))?.Hostname);

    [Fact]
    public void Exposed_OnAnotherHost_IsNotThisOne() =>
        Assert.Null(Of(new DesiredState { Exposures = [Desire.Exposure() with { Backend = new ContainerBackend("elsewhere", "web", 8000) }] }, Docks.Seen("web", "nginx")));

    private static Exposure Door(string id, string hostname) =>
        Desire.Exposure(id, hostname) with { Backend = new ContainerBackend(Wish.Host, "web", 8000) { Address = Docks.Lan, HostPort = 8000 } };

    private static DoorLine? Of(DesiredState desired, DockerContainer container) => DoorLine.OfHost(Wish.Host, desired, Docks.State(container)).GetValueOrDefault("web");
}
