using HomelabPortal.Desired;
using HomelabPortal.Exposures;
using HomelabPortal.Exposures.Backing;
using HomelabPortal.Gpu;
using HomelabPortal.Ingress;
using HomelabPortal.Tests.Gpu.Containers;
using HomelabPortal.Tests.Gpu.Servers;
using HomelabPortal.Tunnels;
using HomelabPortal.Ui.State;

namespace HomelabPortal.Tests.Exposures.Backing;

public sealed class BackendTroubleTests
{
    private static readonly DockerPort _port = new("0.0.0.0", 9000, 8000);
    private static readonly DockerContainer _running = Docks.Seen("server", "nginx", ports: _port);
    private static readonly Exposure _exposure = new()
    {
        Id = "ex00000001", Hostname = Hostname.Parse("web.cowlab.org"), Backend = new ContainerBackend(Wish.Host, "server", 8000) { Address = Docks.Lan, HostPort = 8000 },
    };

    [Fact]
    public void Container_ThatRuns_IsNoTrouble() => Assert.Null(Of(Docks.State(_running)));

    [Fact]
    public void Container_ThatIsStopped_IsBroken() => Assert.Equal((HealthState.Broken, "Container down"), Said(Docks.State(_running with { State = "exited", Published = [] })));

    [Fact]
    public void Container_ThatIsGone_IsBroken() => Assert.Equal((HealthState.Broken, "Container gone"), Said(Docks.State()));

    [Fact]
    public void Container_WhoseCheckFails_IsBroken() => Assert.Equal((HealthState.Broken, "Container unhealthy"), Said(Docks.State(_running with { Status = "Up 2 hours (unhealthy)" })));

    [Fact]
    public void Container_BoundToItsHostAlone_IsUnreachable() =>
        Assert.Equal((HealthState.Broken, "Unreachable"), Said(Docks.State(_running with { Published = [new DockerPort("127.0.0.1", 9000, 8000)] })));

    [Fact]
    public void Host_ThatIsAway_LeavesItUnknown() => Assert.Equal((HealthState.Unknown, "Host unseen"), Said(new DockerState([Docks.Host() with { Fault = "No route." }])));

    [Fact]
    public void Host_NotYetSeen_SaysNothing() => Assert.Null(Of(new DockerState([Docks.Host() with { AsOf = null }])));

    /// <summary>The route follows the port of the host, and stays where it was while nothing is seen.</summary>
    [Fact]
    public void Slice_OfAContainer_FollowsItsPort()
    {
        Assert.Equal((Docks.Lan, 9000), Endpoint(Docks.State(_running)));
        Assert.Equal((Docks.Lan, 8000), Endpoint(Docks.State(_running with { State = "exited", Published = [] })));
        Assert.Equal((Docks.Lan, 8000), Endpoint(DockerState.Empty));
        Assert.Equal(("10.0.0.9", 9000), Endpoint(new DockerState([Docks.Host(_running) with { LanAddress = "10.0.0.9" }])));
    }

    [Fact]
    public void Facts_ThatAPlanTakes_DifferOnlyWithThem()
    {
        var desired = new DesiredState { Exposures = [_exposure] };
        var before = ExposedContainerWatch.Facts(desired, Docks.State(_running));

        Assert.Equal(before, ExposedContainerWatch.Facts(desired, Docks.State(_running with { Status = "Up 3 hours" })));
        Assert.NotEqual(before, ExposedContainerWatch.Facts(desired, Docks.State(_running with { Published = [_port with { Port = 9001 }] })));
        Assert.NotEqual(before, ExposedContainerWatch.Facts(desired, Docks.State(_running with { Image = "ollama/ollama" })));
    }

    private static (string, int) Endpoint(DockerState docker)
    {
        var slice = ExposureCompiler.Compile(new DesiredState { Exposures = [_exposure] }, new IngressOptions(), new TunnelOptions(), GoldenCase.Now, docker).OfType<DesiredEndpointSlice>().Single().Manifest;
        return ((string)slice["endpoints"]![0]!["addresses"]![0]!, (int)slice["ports"]![0]!["port"]!);
    }

    private static BackendTrouble? Of(DockerState docker) => BackendTrouble.Of(_exposure, new DesiredState { Exposures = [_exposure] }, docker);

    private static (HealthState, string) Said(DockerState docker) => Of(docker) is { } trouble ? (trouble.State, trouble.Word) : default;
}
