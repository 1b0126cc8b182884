using HomelabPortal.Desired;
using HomelabPortal.Desired.Containers;
using HomelabPortal.Exposures;
using HomelabPortal.Exposures.Backing;
using HomelabPortal.Gpu;
using HomelabPortal.Ingress;
using HomelabPortal.Reconcile;
using HomelabPortal.Tests.Gpu.Containers;
using HomelabPortal.Tests.Gpu.Servers;
using HomelabPortal.Tunnels;
using HomelabPortal.Tunnels.Planning;

namespace HomelabPortal.Tests.Exposures.Backing;

/// <summary>What nobody can see is not harmless: no new rule leads to it, and one that is there stays.</summary>
public sealed class UnseenServersTests
{
    private const string Id = "sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";
    private static readonly ContainerBackend _named = new(Wish.Host, "web", 80) { Address = Docks.Lan, HostPort = 80, Image = "nginx" };
    private static readonly AddressBackend _address = new(Docks.Lan, 80);
    private static readonly DockerPort _port = new("0.0.0.0", 80, 80);
    private static readonly DockerState _unseen = new([Docks.Host() with { AsOf = null }]);

    [Fact]
    public void Container_OfAHostNotSeenSinceTheStart_IsNotPublishedByItsLastImage() => Assert.Contains("has not been seen", Unseen(_named, _unseen), StringComparison.Ordinal);

    [Fact]
    public void Wanted_OfAHostNotSeenSinceTheStart_MayBeTheVersionBeforeIt() =>
        Assert.NotNull(Unseen(_named with { Container = "server" }, _unseen, Docks.Wanted("nginx", port: 80, hostPort: 80)));

    [Fact]
    public void Address_OfAHostNotSeenSinceTheStart_WaitsForIt()
    {
        Assert.NotNull(Unseen(_address, _unseen));
        Assert.Null(Unseen(_address with { Address = "10.0.0.9" }, _unseen));
    }

    [Fact]
    public void FreeRule_ToAHostNotSeenSinceTheStart_WaitsForIt()
    {
        var entry = new TunnelEntry { Id = "en00000001", TunnelId = RandomWishes.TunnelId, Name = RecordName.Parse("web.cowlab.org"), Service = $"http://{Docks.Lan}:80", IsPublicWithoutLogin = true };

        Assert.NotNull(Rule(TunnelEntryCompiler.Compile(new DesiredState { TunnelEntries = [entry] }, _unseen)).WhyUnseen);
        Assert.Null(Rule(TunnelEntryCompiler.Compile(new DesiredState { TunnelEntries = [entry] }, Docks.State())).WhyUnseen);
    }

    [Fact]
    public void Container_OfAHostThatWasSeenAndIsAway_StaysAsItWas() =>
        Assert.Null(Unseen(_named, new DockerState([Docks.Host(Docks.Seen("web", "nginx", ports: _port)) with { Fault = "No route." }])));

    [Fact]
    public void Guard_OverAllOfIt_WaitsForNobody()
    {
        var exposure = Public(_named) with { IsPublicWithoutLogin = false, LoginPolicy = "lp00000001" };

        Assert.Null(ServerBehind.WhyUnseen(exposure, new DesiredState(), _unseen));
        Assert.NotNull(ServerBehind.WhyUnseen(exposure with { OpenPaths = ["/api"] }, new DesiredState(), _unseen));
    }

    [Fact]
    public void Image_ThatCouldNotBeRead_IsUnseen()
    {
        var seen = Docks.Seen("web", Id, ports: _port) with { ImageId = Id, IsImageUnseen = true };

        Assert.Contains("cannot be read", Unseen(_named, Docks.State(seen)), StringComparison.Ordinal);
        Assert.Equal("Ollama", ServerBehind.Find(_named with { Image = "ollama/ollama" }, new DesiredState(), Docks.State(seen)));
    }

    [Fact]
    public void Image_WithoutAName_IsNotPublished()
    {
        var docker = Docks.State(Docks.Seen("web", Id, ports: _port) with { ImageId = Id });

        Assert.Contains("without a name", Assert.Single(Compiled(_named, docker).OfType<RefusedResource>()).Why, StringComparison.Ordinal);
        Assert.Empty(Compiled(_address, docker).OfType<DesiredTunnelRule>());
    }

    [Fact]
    public void Version_PutAside_MayComeBack()
    {
        var wanted = Docks.Wanted("nginx", port: 80, hostPort: 80);
        var serving = Docks.Seen("server", "nginx", ports: _port) with { SpecHash = HomelabPortal.Gpu.Containers.Compiling.SpecHash.Of(wanted) };
        var aside = Docks.Seen("server.prev-0123456789ab", "ollama/ollama", "exited");

        Assert.Equal("Ollama", ServerBehind.Find(_named with { Container = "server" }, new DesiredState { Containers = [wanted] }, Docks.State(serving, aside)));
        Assert.Null(ServerBehind.Find(_named with { Container = "server" }, new DesiredState { Containers = [wanted] }, Docks.State(serving)));
    }

    private static string? Unseen(Backend backend, DockerState docker, params DesiredContainer[] wanted) => Rule(Compiled(backend, docker, wanted)).WhyUnseen;

    private static DesiredTunnelRule Rule(IEnumerable<DesiredResource> compiled) => compiled.OfType<DesiredTunnelRule>().Single();

    private static IEnumerable<DesiredResource> Compiled(Backend backend, DockerState docker, params DesiredContainer[] wanted) =>
        ExposureCompiler.Compile(new DesiredState { Exposures = [Public(backend)], Containers = [.. wanted] }, new IngressOptions(), new TunnelOptions(), GoldenCase.Now, docker);

    private static Exposure Public(Backend backend) =>
        new() { Id = "ex00000001", Hostname = Hostname.Parse("web.cowlab.org"), Backend = backend, Visibility = Visibility.Tunnel, IsPublicWithoutLogin = true };
}
