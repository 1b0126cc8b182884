using HomelabPortal.Cluster;
using HomelabPortal.Cluster.Services;
using HomelabPortal.Kubernetes;
using HomelabPortal.Ui.State;
using static HomelabPortal.Tests.Cluster.Objects;

namespace HomelabPortal.Tests.Cluster.Services;

public sealed class ServiceHealthTests
{
    private static readonly CompactMap<string> _labels = CompactMap<string>.From([new("app", "web")]);

    private static readonly ClusterState _state = new()
    {
        IsConnected = true, EndpointSlices = Kind(Slice(true, true)), Pods = Kind(Labelled(Pod("web-1", Running()))), AddressPools = Kind<IpAddressPool>(),
    };

    [Fact]
    public void Judge_AllReady_IsHealthy() => Is(HealthState.Healthy, "", "", Service(), _state);

    [Fact]
    public void Judge_SomeReady_IsDegraded() =>
        Is(HealthState.Degraded, "endpoints.some", "1 of its 2 endpoints are ready.", Service(), _state with { EndpointSlices = Kind(Slice(true, false)) });

    [Fact]
    public void Judge_NoneReady_IsBroken() =>
        Is(HealthState.Broken, "endpoints.notready", "None of its 2 endpoints is ready.", Service(), _state with { EndpointSlices = Kind(Slice(false, false)) });

    [Fact]
    public void Judge_SelectorMatchesNothing_NamesIt() =>
        Is(HealthState.Broken, "selector.none", "No pod in media carries app=web, and no workload would make one.", Service(), Nothing);

    [Fact]
    public void Judge_WorkloadScaledToZero_IsOff() =>
        Is(HealthState.Off, "selector.scaleddown", "Deployment web runs no pods now.", Service(), Nothing with { Deployments = Kind(Deployment(0)) });

    [Fact]
    public void Judge_WorkloadThatMakesNoPods_IsBroken() =>
        Is(HealthState.Broken, "selector.none", "Deployment web should make pods with app=web, but there is none.", Service(), Nothing with { Deployments = Kind(Deployment(1)) });

    [Fact]
    public void Judge_NamedPortThatNoContainerHas_IsAMismatch()
    {
        var pod = Labelled(Pod("web-1", Running()));
        pod = pod with { Spec = pod.Spec with { Containers = [new Container { Name = "app", Ports = [new ContainerPort { Name = "http", Number = 8080 }] }] } };
        var service = Service();
        service = service with { Spec = service.Spec with { Ports = [new ServicePort { Port = 80, TargetPort = "web" }] } };

        Is(HealthState.Broken, "port.mismatch", "It leads to the port named web, and no container of its 1 pod has one. They have http.", service, _state with { EndpointSlices = Kind<EndpointSlice>(), Pods = Kind(pod) });
    }

    [Fact]
    public void Judge_PodsThatStart_IsProgressing()
    {
        var pod = Labelled(Pod("web-1", Waiting("ContainerCreating"), "Pending"));
        pod = pod with { Metadata = pod.Metadata with { CreationTimestamp = Now.AddSeconds(-5) }, Status = pod.Status with { StartTime = Now.AddSeconds(-5) } };

        Is(HealthState.Progressing, "endpoints.starting", "Its pod is on the way.", Service(), _state with { EndpointSlices = Kind<EndpointSlice>(), Pods = Kind(pod) });
    }

    [Fact]
    public void Judge_SlicesForbidden_IsUnknownNotBroken()
    {
        var slices = ClusterKind<EndpointSlice>.Syncing with { Status = new SourceStatus(SourcePhase.Forbidden, null, "no") };

        Is(HealthState.Unknown, "endpoints.unknown", "Its endpoints cannot be read.", Service(), _state with { EndpointSlices = slices });
    }

    [Fact]
    public void Judge_ExternalName_IsUnknownButNobodysProblem()
    {
        var service = new Service { Metadata = Meta("web"), Spec = new ServiceSpec { Type = "ExternalName", ExternalName = "10.0.0.150" } };
        var row = Row(service, _state with { EndpointSlices = Kind<EndpointSlice>() });

        Assert.Equal((HealthState.Unknown, false, "10.0.0.150"), (row.State, row.NeedsSomeone, row.Address));
    }

    [Fact]
    public void Judge_RollingRestart_IsHealthy()
    {
        var slice = Slice(true, false);
        slice = slice with { Endpoints = [slice.Endpoints[0], slice.Endpoints[1] with { Conditions = new EndpointConditions { Ready = false, Serving = false, Terminating = true } }] };

        Assert.Equal((HealthState.Healthy, "1/1"), (Row(Service(), _state with { EndpointSlices = Kind(slice) }).State, Row(Service(), _state with { EndpointSlices = Kind(slice) }).ReadyText));
    }

    [Theory]
    [InlineData(-20, HealthState.Progressing)]
    [InlineData(-90, HealthState.Degraded)]
    public void Judge_LoadBalancerWithoutAddress_WaitsAMinuteThenSaysWhy(int seconds, HealthState state)
    {
        var service = Service("LoadBalancer");
        service = service with { Metadata = service.Metadata with { CreationTimestamp = Now.AddSeconds(seconds) } };
        var row = Row(service, _state);

        Assert.Equal((state, "loadbalancer.pending"), (row.State, row.Code));
        Assert.Equal(state == HealthState.Degraded, row.Sentence.Contains("MetalLB has no address pool.", StringComparison.Ordinal));
    }

    [Fact]
    public void Endpoints_SameAddressInSeveralSlices_IsOneWithAllPorts()
    {
        var other = Slice(true) with { Metadata = Meta("web-xyz", "media", ("kubernetes.io/service-name", "web")), Ports = [new EndpointPort { Name = "metrics", Port = 9090 }] };

        var endpoint = Assert.Single(ServiceEndpoints.Of([Slice(true), other]));

        Assert.Equal(("10.42.0.0", "8080 http, 9090 metrics"), (endpoint.Address, endpoint.Ports));
    }

    [Fact]
    public void Remarks_NumberThatNoContainerDeclares_IsARemarkOnly()
    {
        var pod = Labelled(Pod("web-1", Running()));
        pod = pod with { Spec = pod.Spec with { Containers = [new Container { Name = "app", Ports = [new ContainerPort { Name = "http", Number = 8080 }] }] } };
        var state = (_state with { Pods = Kind(pod) }).WithRows();

        var remark = Assert.Single(ServiceHealth.Remarks(Service(), SelectedPods.Of(Service(), state), state));

        Assert.Equal(("port.undeclared", false), (remark.Code, remark.IsWeighed));
    }

    [Fact]
    public void Table_NothingChanged_KeepsItsRows()
    {
        var table = new ServiceTable();
        var state = (_state with { Services = Kind(Service()) }).WithRows();
        table.Update(state, Now);
        var rows = table.Rows;

        table.Update((state with { Pods = Kind(Labelled(Pod("web-1", Running())), Pod("other", Running())) }).WithRows(), Now.AddSeconds(1));

        Assert.Same(rows, table.Rows);
    }

    [Fact]
    public void Table_PodsOfATroubledServiceChange_JudgesItAnew()
    {
        var table = new ServiceTable();
        table.Update((Nothing with { Services = Kind(Service()) }).WithRows(), Now);
        Assert.Equal("selector.none", table.Rows[0].Code);

        var pod = Labelled(Pod("web-1", Waiting("ContainerCreating"), "Pending"));
        pod = pod with { Metadata = pod.Metadata with { CreationTimestamp = Now }, Status = pod.Status with { StartTime = Now } };
        var nothing = Nothing with { Services = Kind(Service()) };
        table.Update(nothing.WithRows(), Now);
        table.Update((nothing with { Pods = Kind(pod) }).WithRows(), Now);

        Assert.Equal("endpoints.starting", table.Rows[0].Code);
    }

    private static ClusterState Nothing => _state with { EndpointSlices = Kind<EndpointSlice>(), Pods = Kind<Pod>() };

    private static void Is(HealthState state, string code, string sentence, Service service, ClusterState cluster)
    {
        var row = Row(service, cluster);
        Assert.Equal((state, code, sentence), (row.State, row.Code, row.Sentence));
    }

    private static ServiceRow Row(Service service, ClusterState state)
    {
        var table = new ServiceTable();
        table.Update((state with { Services = Kind(service) }).WithRows(), Now);
        return Assert.Single(table.Rows);
    }

    private static Service Service(string type = "ClusterIP") => new()
    {
        Metadata = Meta("web"), Spec = new ServiceSpec { Type = type, ClusterIp = "10.43.0.9", Selector = _labels, Ports = [new ServicePort { Name = "http", Port = 80 }] },
    };

    private static Deployment Deployment(int replicas) => new()
    {
        Metadata = Meta("web"), Spec = new DeploymentSpec { Replicas = replicas, Template = new PodTemplate { Metadata = new ObjectMeta { Labels = _labels } } },
    };

    private static Pod Labelled(Pod pod) => pod with { Metadata = pod.Metadata with { Labels = _labels } };

    private static EndpointSlice Slice(params bool[] ready) => new()
    {
        Metadata = Meta("web-abc", "media", ("kubernetes.io/service-name", "web")), Ports = [new EndpointPort { Name = "http", Port = 8080 }],
        Endpoints = [.. ready.Select((isReady, index) => new HomelabPortal.Kubernetes.Endpoint { Addresses = [$"10.42.0.{index}"], Conditions = new EndpointConditions { Ready = isReady } })],
    };
}
