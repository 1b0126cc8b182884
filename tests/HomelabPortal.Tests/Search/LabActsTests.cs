using HomelabPortal.Cluster;
using HomelabPortal.Cluster.Workloads;
using HomelabPortal.Desired;
using HomelabPortal.Gpu;
using HomelabPortal.Hostnames.Table;
using HomelabPortal.Hostnames.Table.Guards;
using HomelabPortal.Kubernetes;
using HomelabPortal.Search;
using HomelabPortal.Tests.Cluster;
using HomelabPortal.Ui.State;
using static HomelabPortal.Tests.Cluster.Objects;

namespace HomelabPortal.Tests.Search;

public sealed class LabActsTests
{
    private static readonly ClusterState _lab = Lab();

    [Theory]
    [InlineData("Restart sonarr", "/cluster/workloads/deployments/media/sonarr?ask=restart")]
    [InlineData("Logs of sonarr", "/cluster/workloads/deployments/media/sonarr?tab=logs")]
    [InlineData("Run backup now", "/cluster/workloads/cronjobs/media/backup?ask=run")]
    [InlineData("Drain node1", "/cluster/nodes/node1/drain")]
    [InlineData("Trace tv.cowlab.org", "/trace/tv.cowlab.org")]
    [InlineData("Take tv.cowlab.org off the Internet", "/exposures/ex1?ask=withdraw")]
    [InlineData("Remove tv.cowlab.org", "/exposures/ex1?ask=remove")]
    public void Act_LeadsToThePageThatAsks(string name, string href) => Assert.Equal(href, Acts().Single(act => act.Name == name).Href);

    [Theory]
    [InlineData("Stop comfyui", "/gpu/hosts/gpu-box/containers/comfyui?ask=stop")]
    [InlineData("Restart comfyui", "/gpu/hosts/gpu-box/containers/comfyui?ask=restart")]
    [InlineData("Shell in comfyui", "/gpu/hosts/gpu-box/containers/comfyui?tab=shell")]
    [InlineData("Start vllm", "/gpu/hosts/gpu-box/containers/vllm?ask=start")]
    [InlineData("Logs of sonarr-0", "/cluster/pods/media/sonarr-0?tab=logs")]
    [InlineData("Shell in sonarr-0", "/cluster/pods/media/sonarr-0?tab=shell")]
    [InlineData("Uncordon node2", "/cluster/nodes/node2?ask=uncordon")]
    [InlineData("Cordon node1", "/cluster/nodes/node1?ask=cordon")]
    public void Act_FollowsTheStateOfTheThing(string name, string href) => Assert.Equal(href, Acts().Single(act => act.Name == name).Href);

    [Theory]
    [InlineData("Cordon node2")]
    [InlineData("Start comfyui")]
    [InlineData("Stop vllm")]
    [InlineData("Shell in vllm")]
    public void Act_ThatChangesNothing_IsNotOffered(string name) => Assert.DoesNotContain(Acts(), act => act.Name == name);

    [Fact]
    public void Wildcard_CannotBeTraced() => Assert.DoesNotContain(Acts(), act => act.Name.Contains('*', StringComparison.Ordinal));

    [Fact]
    public void ExposureInTheHouse_IsOfferedTheTunnel_NotTheWayBack()
    {
        var acts = Acts(Visibility.Lan).Select(act => act.Name).ToList();

        Assert.Contains("Tunnel tv.cowlab.org to the Internet", acts);
        Assert.DoesNotContain("Take tv.cowlab.org off the Internet", acts);
    }

    private static List<SearchHit> Acts(Visibility visibility = Visibility.Tunnel) =>
    [
        .. LabActs.Of(
            _lab, [Row("tv.cowlab.org"), Row("*.cowlab.org")],
            new DesiredState { Exposures = [new Exposure { Id = "ex1", Hostname = Hostname.Parse("tv.cowlab.org"), Backend = new KubernetesBackend("media", "tv", "http"), Visibility = visibility }] },
            new DockerState([new DockerHostState("gpu-box", null, [new DockerContainer("c1", "comfyui", "comfyui", "running", "Up 2 days", []), new DockerContainer("c2", "vllm", "vllm", "exited", "Exited (0)", [])], Now, null)])),
    ];

    private static ClusterState Lab()
    {
        var state = new ClusterState
        {
            IsConnected = true, Nodes = Kind(Node("node1"), Node("node2") with { Spec = new NodeSpec { Unschedulable = true } }), Pods = Kind(Pod("sonarr-0", Running())), Deployments = Kind(new Deployment { Metadata = Meta("sonarr") }), CronJobs = Kind(new CronJob { Metadata = Meta("backup") }),
        }.WithRows();
        var workloads = new WorkloadTable();
        workloads.Update(state, Now);
        return state with { WorkloadRows = workloads.Rows };
    }

    private static HostnameRow Row(string name) => new(name, HostnameClass.Healthy, "", HealthState.Healthy, HostReach.House, new HostLogin(LoginKind.None, ""));
}
