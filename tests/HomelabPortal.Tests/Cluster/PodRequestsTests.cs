using HomelabPortal.Cluster;
using HomelabPortal.Cluster.Pods;
using HomelabPortal.Kubernetes;

namespace HomelabPortal.Tests.Cluster;

public sealed class PodRequestsTests
{
    [Fact]
    public void Of_Containers_AreAddedUp() =>
        Assert.Equal(new Usage(0.75, 300), Of([], Container("500m", "100"), Container("250m", "200")));

    [Fact]
    public void Of_LargerInitContainer_CountsInsteadOfTheSum() =>
        Assert.Equal(new Usage(2, 300), Of([Container("2", "100")], Container("500m", "300")));

    [Fact]
    public void Of_Sidecar_CountsBesideContainersAndLaterInitContainers() =>
        Assert.Equal(new Usage(1.5, 20), Of([Container("500m", "10") with { RestartPolicy = "Always" }, Container("1", "10")], Container("250m", "5")));

    [Fact]
    public void Of_FinishedPod_ReservesNothing()
    {
        var pod = new Pod { Spec = new PodSpec { Containers = [Container("1", "1")] }, Status = new PodStatus { Phase = "Succeeded" } };

        Assert.Equal(default, PodRequests.Of(pod));
    }

    private static Usage Of(IReadOnlyList<Container> init, params IReadOnlyList<Container> containers) =>
        PodRequests.Of(new Pod { Spec = new PodSpec { InitContainers = init, Containers = containers } });

    private static Container Container(string cpu, string memory) => new()
    {
        Resources = new ContainerResources { Requests = CompactMap<Quantity>.From([new("cpu", Quantity.Parse(cpu)), new("memory", Quantity.Parse(memory))]) },
    };
}
