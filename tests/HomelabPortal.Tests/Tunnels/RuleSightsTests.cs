using HomelabPortal.Desired;
using HomelabPortal.Exposures;
using HomelabPortal.Gpu;
using HomelabPortal.Reconcile;
using HomelabPortal.Tests.Exposures;
using HomelabPortal.Tests.Gpu.Containers;
using HomelabPortal.Tests.Gpu.Servers;
using HomelabPortal.Tunnels;
using HomelabPortal.Tunnels.Planning;

namespace HomelabPortal.Tests.Tunnels;

/// <summary>A free rule is followed to the container, whichever way it takes through the cluster.</summary>
public sealed class RuleSightsTests
{
    private static readonly TunnelOptions _options = new();
    private static readonly DockerState _docker = Docks.State(Docks.Seen("ollama", "ollama/ollama", ports: new DockerPort("0.0.0.0", 11434, 11434)));

    /// <summary>A model server in the house: nothing is wrong with that.</summary>
    private static readonly Exposure _inside = new()
    {
        Id = "ex00000001", Hostname = Hostname.Parse("ai.cowlab.org"), Visibility = Visibility.Lan,
        Backend = new ContainerBackend(Wish.Host, "ollama", 11434) { Address = Docks.Lan, HostPort = 11434 },
    };

    private static readonly string _service = ExposureCompiler.ObjectName(_inside);

    [Theory]
    [InlineData("default.svc")]
    [InlineData("default.svc.cluster.local")]
    public void Service_OfAnExposure_IsFollowed(string domain) => Assert.False(IsPublished(Rule($"http://{_service}.{domain}:11434")));

    [Theory]
    [InlineData("ai.cowlab.org")]
    [InlineData("AI.cowlab.org:443")]
    public void HostHeader_OfAnExposure_IsFollowed(string header) =>
        Assert.False(IsPublished(Rule("https://traefik.traefik.svc:443") with { OriginRequest = $$"""{"httpHostHeader":"{{header}}"}""" }));

    [Theory]
    [InlineData("""{"httpHostHeader":"tv.cowlab.org"}""")]
    [InlineData("""{"httpHostHeader":""}""")]
    [InlineData("""{"noTLSVerify":true}""")]
    public void Settings_ThatNameNoModelServer_ArePublished(string settings) => Assert.True(IsPublished(Rule("https://traefik.traefik.svc:443") with { OriginRequest = settings }));

    [Fact]
    public void Name_OfAnExposureItself_IsFollowedWhereTheIngressAnswers()
    {
        var same = Rule(_options.Origin) with { Name = RecordName.Parse("ai.cowlab.org") };

        Assert.False(IsPublished(same));
        Assert.True(IsPublished(same with { Service = "http://10.0.0.9:8080" }));
        Assert.True(IsPublished(Rule(_options.Origin)));
    }

    [Fact]
    public void Address_ByTheNameOfAnExposure_IsFollowed() => Assert.False(IsPublished(Rule("https://ai.cowlab.org:443")));

    [Fact]
    public void Policy_BeforeTheName_PublishesIt() => Assert.True(IsPublished(Rule($"http://{_service}.default.svc:11434") with { LoginPolicy = "lp00000001" }));

    private static TunnelEntry Rule(string service) =>
        new() { Id = "en00000001", TunnelId = RandomWishes.TunnelId, Name = RecordName.Parse("out.cowlab.org"), Service = service, IsPublicWithoutLogin = true };

    private static bool IsPublished(TunnelEntry entry)
    {
        var desired = new DesiredState { Exposures = [_inside], TunnelEntries = [entry], LoginPolicies = [new LoginPolicy { Id = "lp00000001", Name = "Household" }] };
        var compiled = TunnelEntryCompiler.Compile(desired, _docker, _options.Origin).ToList();
        Assert.Single(compiled);
        return compiled[0] is DesiredTunnelRule || Assert.IsType<RefusedResource>(compiled[0]).Why.Contains("no login of its own", StringComparison.Ordinal) is false;
    }
}
