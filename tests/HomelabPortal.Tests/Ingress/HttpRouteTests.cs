using HomelabPortal.Cluster;
using HomelabPortal.Ingress;
using HomelabPortal.Ingress.Reading;
using HomelabPortal.Kubernetes;
using HomelabPortal.Ui.State;
using static HomelabPortal.Tests.Cluster.Objects;

namespace HomelabPortal.Tests.Ingress;

public sealed class HttpRouteTests
{
    private static readonly GatewayReference _parent = new() { Name = "lan", SectionName = "https" };

    private static readonly ClusterState _state = new()
    {
        IsConnected = true,
        Services = Kind(new Service { Metadata = Meta("web"), Spec = new ServiceSpec { Type = "ClusterIP", Ports = [new ServicePort { Port = 80 }] } }),
        EndpointSlices = Kind(new EndpointSlice { Metadata = Meta("web-abc", "media", ("kubernetes.io/service-name", "web")), Endpoints = [new HomelabPortal.Kubernetes.Endpoint { Addresses = ["10.42.0.1"] }] }),
        Gateways = Kind(Gateway("True")),
    };

    [Fact]
    public void Read_AcceptedRoute_IsHealthyAndReadsLikeARoute()
    {
        var view = Read(Route([True("Accepted"), True("ResolvedRefs")]), _state);

        Assert.Equal((HealthState.Healthy, "https://web.cowlab.org/api", "by the gateway"), (view.Health.State, view.Hosts[0].Link, view.Tls));
        Assert.Equal(["Requests for web.cowlab.org under /api by GET"], view.Rules[0].Words);
        Assert.Equal(["media/lan"], view.Parents);
    }

    [Fact]
    public void Read_NotAccepted_SaysTheControllersReason() =>
        Is("gateway.notaccepted", "Gateway media/lan does not take it: No listener has this hostname.", Route([False("Accepted", "No listener has this hostname"), True("ResolvedRefs")]), _state);

    [Fact]
    public void Read_ReferencesNotResolved_SaysTheControllersReason() =>
        Is("gateway.notresolved", "Gateway media/lan cannot follow it: Service not found.", Route([True("Accepted"), False("ResolvedRefs", "Service not found")]), _state);

    [Fact]
    public void Read_GatewayMissing_IsBroken() =>
        Is("gateway.missing", "There is no Gateway media/lan.", Route([True("Accepted")]), _state with { Gateways = Kind<Gateway>() });

    [Fact]
    public void Read_GatewayNotProgrammed_IsBroken() =>
        Is("gateway.notprogrammed", "Gateway media/lan: port taken.", Route([True("Accepted")]), _state with { Gateways = Kind(Gateway("False")) });

    [Fact]
    public void Read_NoAnswerOfAController_IsDegraded()
    {
        var route = Route([]) with { Status = new HttpRouteStatus() };

        Assert.Equal((HealthState.Degraded, "gateway.silent"), (Read(route, _state).Health.State, Read(route, _state).Findings[0].Code));
    }

    [Fact]
    public void Read_NoHostnames_TakesThoseOfTheListener()
    {
        var route = Route([True("Accepted")]);

        Assert.Equal("*.cowlab.org", Read(route with { Spec = route.Spec with { Hostnames = [] } }, _state).HostText);
    }

    private static void Is(string code, string sentence, HttpRoute route, ClusterState state)
    {
        var view = Read(route, state);
        Assert.Equal((HealthState.Broken, code, sentence), (view.Health.State, view.Findings[0].Code, view.Findings[0].Sentence));
    }

    private static IngressRouteView Read(HttpRoute route, ClusterState state) =>
        Assert.Single(IngressReader.Read(state with { HttpRoutes = Kind(route) }, IngressState.Connecting, new IngressOptions(), Now).Routes);

    private static HttpRoute Route(IReadOnlyList<Condition> conditions) => new()
    {
        Metadata = Meta("web"),
        Spec = new HttpRouteSpec
        {
            Hostnames = ["web.cowlab.org"], ParentRefs = [_parent],
            Rules = [new HttpRouteRule { Matches = [new HttpRouteMatch { Path = new HttpRoutePath { Type = "PathPrefix", Value = "/api" }, Method = "GET" }], BackendRefs = [new HttpRouteBackend { Name = "web", Port = 80 }] }],
        },
        Status = new HttpRouteStatus { Parents = [new HttpRouteParent { ParentRef = _parent, Conditions = conditions }] },
    };

    private static Gateway Gateway(string programmed) => new()
    {
        Metadata = Meta("lan"),
        Spec = new GatewaySpec { Listeners = [new GatewayListener { Name = "https", Protocol = "HTTPS", Port = 443, Hostname = "*.cowlab.org" }] },
        Status = new GatewayStatus { Conditions = [new Condition { Type = "Programmed", Status = programmed, Message = "port taken" }] },
    };

    private static Condition True(string type) => new() { Type = type, Status = "True" };

    private static Condition False(string type, string message) => new() { Type = type, Status = "False", Message = message };
}
