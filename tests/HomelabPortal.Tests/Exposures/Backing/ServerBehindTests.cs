using HomelabPortal.Desired;
using HomelabPortal.Exposures;
using HomelabPortal.Exposures.Backing;
using HomelabPortal.Exposures.Reach;
using HomelabPortal.Gpu;
using HomelabPortal.Gpu.Containers.Compiling;
using HomelabPortal.Ingress;
using HomelabPortal.Reconcile;
using HomelabPortal.Tests.Gpu.Containers;
using HomelabPortal.Tests.Gpu.Servers;
using HomelabPortal.Tunnels;
using HomelabPortal.Tunnels.Planning;

namespace HomelabPortal.Tests.Exposures.Backing;

/// <summary>A server without a login of its own is on the Internet behind a login policy or not at all, however it is reached.</summary>
public sealed class ServerBehindTests
{
    private const string Ollama = "ollama/ollama:0.6.2";
    private const string Vllm = "vllm/vllm-openai:v0.8.2";
    private static readonly ContainerBackend _named = new(Wish.Host, "server", 8000) { Address = Docks.Lan, HostPort = 8000 };
    private static readonly DockerPort _port = new("0.0.0.0", 8000, 8000);
    private static readonly LoginPolicy _policy = new() { Id = "lp00000001", Name = "Household" };

    [Fact]
    public void Wanted_WithoutALogin_IsNotPublished() => Assert.False(IsPublished(_named, wanted: Ollama));

    [Fact]
    public void Seen_WithoutALogin_IsNotPublished() => Assert.False(IsPublished(_named, Docks.Seen("server", "registry.lan/ollama/ollama", ports: _port)));

    [Fact]
    public void LastSeen_WithoutALogin_IsNotPublishedWhileItsHostIsAway() => Assert.False(IsPublished(_named with { Image = Ollama }));

    [Fact]
    public void Address_AtWhichOneAnswers_IsNotPublished()
    {
        Assert.False(IsPublished(new AddressBackend(Docks.Lan, 8000), Docks.Seen("server", Ollama, ports: _port)));
        Assert.False(IsPublished(new AddressBackend(Docks.Lan, 8000), wanted: Ollama));
    }

    [Fact]
    public void Address_OfAnotherPort_IsPublished() => Assert.True(IsPublished(new AddressBackend(Docks.Lan, 8001), Docks.Seen("server", Ollama, ports: _port)));

    [Fact]
    public void OtherContainer_AtTheLastAddress_IsJudgedAsWell() =>
        Assert.False(IsPublished(_named with { Container = "gone" }, Docks.Seen("server", Ollama, ports: _port)));

    [Fact]
    public void Service_OfAnotherExposure_IsJudgedByWhatThatLeadsTo()
    {
        var inside = Public(_named, id: "ex00000002", host: "in.cowlab.org") with { Visibility = Visibility.Lan, IsPublicWithoutLogin = false };
        var service = ExposureCompiler.ObjectName(inside);

        Assert.False(IsPublished(new KubernetesBackend("default", service, "http"), [inside], wanted: Ollama));
        Assert.False(IsPublished(new AddressBackend($"{service}.default.svc", 8000), [inside], wanted: Ollama));
        Assert.True(IsPublished(new KubernetesBackend("default", "other", "http"), [inside], wanted: Ollama));
    }

    [Fact]
    public void Exposures_ThatLeadToEachOther_AreJudgedOnce()
    {
        var one = Public(new KubernetesBackend("default", "homelab-portal-ex00000002", "http"));
        var two = Public(new KubernetesBackend("default", "homelab-portal-ex00000001", "http"), id: "ex00000002", host: "two.cowlab.org");

        Assert.Null(ServerBehind.Find(one.Backend, new DesiredState { Exposures = [one, two] }, DockerState.Empty));
    }

    [Fact]
    public void Policy_BeforeAllOfIt_PublishesIt()
    {
        var exposure = Public(_named) with { IsPublicWithoutLogin = false, LoginPolicy = _policy.Id };

        Assert.True(Compiled(exposure, wanted: Ollama).OfType<DesiredTunnelRule>().Single().IsGuarded);
        Assert.Equal(ReachForm.PathsField, ServerBehind.WhyNotPublic(exposure with { OpenPaths = ["/api"] }, State([exposure], Ollama), Docks.State())?.Field);
        Assert.Empty(Compiled(exposure with { OpenPaths = ["/api"] }, wanted: Ollama).OfType<DesiredTunnelRule>());
    }

    [Fact]
    public void House_ReachesAnyServer() => Assert.NotEmpty(Compiled(Public(_named) with { Visibility = Visibility.Lan }, wanted: Ollama).OfType<DesiredIngressRoute>());

    [Fact]
    public void Key_GivenInTheWish_CountsOnlyForWhatWasMadeFromIt()
    {
        var wanted = Docks.Wanted(Vllm) with { Command = ["--api-key", "k"] };
        var old = Docks.Seen("server", Vllm, ports: _port);

        Assert.True(IsOpen(wanted, old));
        Assert.False(IsOpen(wanted, old with { SpecHash = SpecHash.Of(wanted) }));
        Assert.False(IsOpen(wanted, old with { HasKey = true }));
        Assert.False(IsOpen(wanted, old with { State = "exited" }));
        Assert.False(IsOpen(wanted, null));
    }

    [Fact]
    public void Namesake_ThatIsNotOurs_IsJudgedByItsOwnImage() => Assert.True(IsOpen(Docks.Wanted("nginx"), Docks.Seen("server", Ollama, ports: _port)));

    [Fact]
    public void FreeRule_ToOne_IsRefusedWithoutALogin()
    {
        var entry = new TunnelEntry { Id = "en00000001", TunnelId = RandomWishes.TunnelId, Name = RecordName.Parse("ai.cowlab.org"), Service = $"http://{Docks.Lan}:8000", IsPublicWithoutLogin = true };
        var state = State([], Ollama) with { TunnelEntries = [entry] };

        Assert.Contains("no login of its own", Assert.IsType<RefusedResource>(Assert.Single(TunnelEntryCompiler.Compile(state, Docks.State()))).Why, StringComparison.Ordinal);
        Assert.Single(TunnelEntryCompiler.Compile(state with { TunnelEntries = [entry with { LoginPolicy = _policy.Id }] }, Docks.State()).OfType<DesiredTunnelRule>());
        Assert.Single(TunnelEntryCompiler.Compile(state with { TunnelEntries = [entry with { Service = "http://10.0.0.9:8000" }] }, Docks.State()).OfType<DesiredTunnelRule>());
    }

    private static bool IsOpen(HomelabPortal.Desired.Containers.DesiredContainer wanted, DockerContainer? seen) =>
        ServerBehind.Find(_named, new DesiredState { Containers = [wanted] }, seen is null ? DockerState.Empty : Docks.State(seen)) is not null;

    private static bool IsPublished(Backend backend, params DockerContainer[] seen) => IsPublished(backend, [], null, seen);

    private static bool IsPublished(Backend backend, string wanted) => IsPublished(backend, [], wanted);

    private static bool IsPublished(Backend backend, Exposure[] others, string? wanted, params DockerContainer[] seen) =>
        Compiled(Public(backend), others, wanted, seen).Any(resource => resource is DesiredTunnelRule && resource.OwnerId == "ex00000001");

    private static List<DesiredResource> Compiled(Exposure exposure, string wanted) => Compiled(exposure, [], wanted);

    private static List<DesiredResource> Compiled(Exposure exposure, Exposure[] others, string? wanted, params DockerContainer[] seen) =>
        [.. ExposureCompiler.Compile(State([exposure, .. others], wanted), new IngressOptions(), new TunnelOptions(), GoldenCase.Now, Docks.State(seen))];

    private static DesiredState State(Exposure[] exposures, string? wanted) =>
        new() { Exposures = [.. exposures], LoginPolicies = [_policy], Containers = wanted is null ? [] : [Docks.Wanted(wanted)] };

    private static Exposure Public(Backend backend, string id = "ex00000001", string host = "ai.cowlab.org") =>
        new() { Id = id, Hostname = Hostname.Parse(host), Backend = backend, Visibility = Visibility.Tunnel, IsPublicWithoutLogin = true };
}
