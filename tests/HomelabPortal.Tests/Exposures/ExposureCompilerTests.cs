using HomelabPortal.Desired;
using HomelabPortal.Dns.Planning;
using HomelabPortal.Exposures;
using HomelabPortal.Ingress;
using HomelabPortal.Reconcile;
using HomelabPortal.Tunnels;

namespace HomelabPortal.Tests.Exposures;

public sealed class ExposureCompilerTests
{
    private static readonly DateTimeOffset _now = new(2026, 11, 21, 9, 30, 0, TimeSpan.Zero);

    [Fact]
    public void Compile_ServiceInTheCluster_WritesTheHouseStyleBesideIt()
    {
        var route = Assert.Single(Compile(Wish()).OfType<DesiredIngressRoute>());

        Assert.Equal(
            """{"apiVersion":"traefik.io/v1alpha1","kind":"IngressRoute","metadata":{"name":"homelab-portal-ex00000001","namespace":"media","labels":{"app.kubernetes.io/managed-by":"homelab-portal"},"annotations":{"homelab-portal.dev/exposure":"ex00000001","kubernetes.io/ingress.class":"traefik-external"}},"spec":{"entryPoints":["websecure"],"routes":[{"kind":"Rule","match":"Host(`jellyfin.cowlab.org`)","services":[{"name":"jellyfin","port":"http"}]}],"tls":{}}}""",
            route.Manifest.ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }));
    }

    [Fact]
    public void Compile_NumericPort_IsANumber() =>
        Assert.Equal(8096, (int)Route(Wish() with { Backend = new KubernetesBackend("media", "jellyfin", "8096") }).Manifest["spec"]!["routes"]![0]!["services"]![0]!["port"]!);

    [Fact]
    public void Compile_OtherConventions_AreFollowed()
    {
        var options = new IngressOptions { EntryPoints = { "web", "secure" }, ClassAnnotation = "" };

        var manifest = ExposureCompiler.Compile(State(Wish()), options, new TunnelOptions(), _now).OfType<DesiredIngressRoute>().Single().Manifest;

        Assert.Equal("""["web","secure"]""", manifest["spec"]!["entryPoints"]!.ToJsonString());
        Assert.Null(manifest["metadata"]!["annotations"]!["kubernetes.io/ingress.class"]);
    }

    [Fact]
    public void Compile_AddressOutside_MakesServiceAndSliceForIt()
    {
        var resources = Compile(Wish() with { Backend = new AddressBackend("10.0.0.175", 443, "https") });

        Assert.Null(Assert.Single(resources.OfType<DesiredService>()).Manifest["spec"]!["selector"]);
        var slice = Assert.Single(resources.OfType<DesiredEndpointSlice>()).Manifest;
        Assert.Equal("10.0.0.175", (string?)slice["endpoints"]![0]!["addresses"]![0]);
        Assert.Equal("https", (string?)resources.OfType<DesiredIngressRoute>().Single().Manifest["spec"]!["routes"]![0]!["services"]![0]!["scheme"]);
    }

    [Fact]
    public void Compile_NameOutside_MakesAnExternalNameService()
    {
        var resources = Compile(Wish() with { Backend = new AddressBackend("nas.lan", 5000) });

        Assert.Equal("nas.lan", (string?)Assert.Single(resources.OfType<DesiredService>()).Manifest["spec"]!["externalName"]);
        Assert.Empty(resources.OfType<DesiredEndpointSlice>());
    }

    [Fact]
    public void Compile_Lan_HasNoTunnelRule()
    {
        var resources = Compile(Wish());

        Assert.Empty(resources.OfType<DesiredTunnelRule>());
        Assert.IsType<DnsContent.Lan>(Assert.Single(resources.OfType<DesiredDnsRecord>()).Content);
    }

    [Fact]
    public void Compile_ConfirmedTunnel_HasRuleAndRecord()
    {
        var resources = Compile(Wish() with { Visibility = Visibility.Tunnel, IsPublicWithoutLogin = true });

        Assert.Equal("http://traefik.traefik.svc.cluster.local:80", Assert.Single(resources.OfType<DesiredTunnelRule>()).Service);
        Assert.IsType<DnsContent.Tunnel>(Assert.Single(resources.OfType<DesiredDnsRecord>()).Content);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("family")]
    public void Compile_UnguardedTunnel_HasItsRouteAndARefusal(string? policy)
    {
        var resources = Compile(Wish() with { Visibility = Visibility.Tunnel, LoginPolicy = policy });

        Assert.Single(resources.OfType<DesiredIngressRoute>());
        Assert.Empty(resources.OfType<DesiredTunnelRule>());
        Assert.Empty(resources.OfType<DesiredDnsRecord>());
        Assert.Contains("is not published", Assert.Single(resources.OfType<RefusedResource>()).Why, StringComparison.Ordinal);
    }

    [Fact]
    public void Compile_GuardedTunnel_AsksForTheLoginInItsRule()
    {
        var resources = CompileAll(new DesiredState
        {
            Exposures = [Wish() with { Visibility = Visibility.Tunnel, LoginPolicy = "family" }], LoginPolicies = [new LoginPolicy { Id = "family", Name = "Family" }],
        });

        Assert.True(Assert.Single(resources.OfType<DesiredTunnelRule>()).IsGuarded);
        Assert.IsType<DnsContent.Tunnel>(Assert.Single(resources.OfType<DesiredDnsRecord>()).Content);
    }

    [Fact]
    public void Compile_TunnelsClosed_KeepsTheRouteAlone()
    {
        var resources = CompileAll(new DesiredState { Exposures = [Wish() with { Visibility = Visibility.Tunnel, IsPublicWithoutLogin = true }], AreTunnelsClosed = true });

        Assert.IsType<DesiredIngressRoute>(Assert.Single(resources));
    }

    [Fact]
    public void Compile_Expired_IsNothing() =>
        Assert.Empty(Compile(Wish() with { ExpiresAt = _now }));

    [Fact]
    public void Compile_AboutToExpire_IsStillThere() =>
        Assert.NotEmpty(Compile(Wish() with { ExpiresAt = _now.AddTicks(1) }));

    private static DesiredIngressRoute Route(Exposure exposure) => Compile(exposure).OfType<DesiredIngressRoute>().Single();

    private static List<DesiredResource> Compile(Exposure exposure) =>
        [.. ExposureCompiler.Compile(State(exposure), new IngressOptions(), new TunnelOptions(), _now)];

    private static List<DesiredResource> CompileAll(DesiredState state) => [.. ExposureCompiler.Compile(state, new IngressOptions(), new TunnelOptions(), _now)];

    private static DesiredState State(Exposure exposure) => new() { Exposures = [exposure] };

    private static Exposure Wish() => new()
    {
        Id = "ex00000001", Hostname = Hostname.Parse("jellyfin.cowlab.org"), Backend = new KubernetesBackend("media", "jellyfin", "http"),
    };
}
