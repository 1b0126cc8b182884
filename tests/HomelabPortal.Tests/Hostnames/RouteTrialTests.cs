using HomelabPortal.Cluster;
using HomelabPortal.Hostnames.Trial;
using HomelabPortal.Ingress;
using HomelabPortal.Ingress.Reading;
using HomelabPortal.Kubernetes;
using static HomelabPortal.Tests.Cluster.Objects;
using KubernetesIngress = HomelabPortal.Kubernetes.Ingress;

namespace HomelabPortal.Tests.Hostnames;

/// <summary>Routes without a rule language are asked rule by rule, as Traefik asks them.</summary>
public sealed class RouteTrialTests
{
    private static readonly KubernetesIngress _shop = Ingress("shop", ("a.cowlab.org", "/", "", "a"), ("b.cowlab.org", "/", "", "b"), ("b.cowlab.org", "/api", "", "api"), ("b.cowlab.org", "/api/exactly", "Exact", "exact"), ("*.wide.cowlab.org", "", "", "wide"));

    private static readonly HttpRoute _gate = Gate(
        Rule("api", new HttpRouteMatch { Path = Prefix("/api") }), Rule("canary", new HttpRouteMatch { Path = Prefix("/api"), Headers = [new HttpRouteValue { Name = "x-canary", Value = "1" }] }),
        Rule("files", new HttpRouteMatch { Path = Prefix("/files") }, new HttpRouteMatch { Path = Prefix("/media") }), Rule("all"));

    [Theory]
    [InlineData("a.cowlab.org", "/", "a:80")]
    [InlineData("b.cowlab.org", "/", "b:80")]
    [InlineData("b.cowlab.org", "/api/v1", "api:80")]
    [InlineData("b.cowlab.org", "/api/exactly", "exact:80")]
    [InlineData("a.cowlab.org", "/api", "a:80")]
    [InlineData("x.wide.cowlab.org", "/", "wide:80")]
    [InlineData("x.y.wide.cowlab.org", "/", null)]
    public void Ingress_SeveralRules_TheRuleOfHostAndPathTakesIt(string host, string path, string? backend) => Assert.Equal(backend, Winner(host, path, new() { Ingresses = Kind(_shop) })?.Backend);

    [Theory]
    [InlineData("/", "all:80")]
    [InlineData("/api/v1", "api:80")]
    [InlineData("/apiary", "all:80")]
    [InlineData("/media/1", "files:80")]
    public void HttpRoute_SeveralRules_TheMoreExactRuleTakesIt(string path, string backend) => Assert.Equal(backend, Winner("gate.cowlab.org", path, new() { HttpRoutes = Kind(_gate) })?.Backend);

    [Fact]
    public void HttpRoute_AsksForAHeader_IsSaidToDepend()
    {
        var canary = Tried("gate.cowlab.org", "/api", new() { HttpRoutes = Kind(_gate) }).Single(route => route.Backend == "canary:80");

        Assert.Equal(MatchOutcome.Depends, canary.Outcome);
        Assert.Contains("Header(`x-canary`, `1`)", canary.Note);
    }

    [Fact]
    public void Ingress_DefaultBackendAlone_ComesLast()
    {
        var lab = new ClusterState { Ingresses = Kind(_shop, Default("last", [])) };

        Assert.Equal("last:80", Winner("nobody.cowlab.org", "/", lab)?.Backend);
        Assert.Equal("wide:80", Winner("x.wide.cowlab.org", "/", lab)?.Backend);
    }

    [Fact]
    public void Ingress_DefaultBackendBesideRules_IsPassedOver() => Assert.Null(Winner("nobody.cowlab.org", "/", new() { Ingresses = Kind(Default("last", _shop.Spec.Rules)) }));

    [Fact]
    public void Ingress_PriorityInAnAnnotation_GoesBeforeTheLongerRule()
    {
        var first = Ingress("first", ("b.cowlab.org", "", "", "first"));
        first = first with { Metadata = first.Metadata with { Annotations = CompactMap<string>.From([new("traefik.ingress.kubernetes.io/router.priority", "1000")]) } };

        Assert.Equal("first:80", Winner("b.cowlab.org", "/api", new() { Ingresses = Kind(_shop, first) })?.Backend);
    }

    [Theory]
    [InlineData("tailscale.com/ts-ingress", null)]
    [InlineData("traefik.io/ingress-controller", "a:80")]
    [InlineData(null, "a:80")]
    public void Ingress_ClassOfAnotherController_IsNotAsked(string? controller, string? backend)
    {
        var classes = controller is null ? Kind<IngressClass>() : Kind(new IngressClass { Metadata = Meta("own", ""), Spec = new IngressClassSpec { Controller = controller } });

        Assert.Equal(backend, Winner("a.cowlab.org", "/", new() { Ingresses = Kind(_shop with { Spec = _shop.Spec with { IngressClassName = "own" } }), IngressClasses = classes })?.Backend);
    }

    [Theory]
    [InlineData("istio.io/gateway-controller", null)]
    [InlineData("traefik.io/gateway-controller", "all:80")]
    public void HttpRoute_TakenByAnotherController_IsNotAsked(string controller, string? backend) =>
        Assert.Equal(backend, Winner("gate.cowlab.org", "/", new() { HttpRoutes = Kind(_gate with { Status = new HttpRouteStatus { Parents = [new HttpRouteParent { ControllerName = controller }] } }) })?.Backend);

    private static TriedRoute? Winner(string host, string path, ClusterState cluster) => Tried(host, path, cluster).SingleOrDefault(route => route.IsWinner);

    private static IReadOnlyList<TriedRoute> Tried(string host, string path, ClusterState cluster) =>
        RouteTrials.Of(IngressReader.Read(cluster with { IsConnected = true }, IngressState.Connecting, new IngressOptions(), Now), host, path);

    private static KubernetesIngress Ingress(string name, params (string Host, string Path, string Type, string Service)[] rules) => new()
    {
        Metadata = Meta(name),
        Spec = new IngressSpec
        {
            Rules = [.. rules.Select(rule => new IngressRule { Host = rule.Host, Http = new IngressHttp { Paths = [new IngressPath { Path = rule.Path, PathType = rule.Type.Length > 0 ? rule.Type : "Prefix", Backend = To(rule.Service) }] } })],
        },
    };

    private static KubernetesIngress Default(string service, IReadOnlyList<IngressRule> rules) => new() { Metadata = Meta("default"), Spec = new IngressSpec { DefaultBackend = To(service), Rules = rules } };

    private static IngressBackend To(string service) => new() { Service = new IngressServiceBackend { Name = service, Port = new ServiceBackendPort { Number = 80 } } };

    private static HttpRoute Gate(params HttpRouteRule[] rules) => new() { Metadata = Meta("gate"), Spec = new HttpRouteSpec { Hostnames = ["gate.cowlab.org"], Rules = rules } };

    private static HttpRouteRule Rule(string service, params HttpRouteMatch[] matches) => new() { Matches = matches, BackendRefs = [new HttpRouteBackend { Name = service, Port = 80 }] };

    private static HttpRoutePath Prefix(string path) => new() { Type = "PathPrefix", Value = path };
}
