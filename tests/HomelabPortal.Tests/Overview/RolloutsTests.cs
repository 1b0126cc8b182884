using HomelabPortal.Cluster;
using HomelabPortal.Cluster.Acts.Planning;
using HomelabPortal.Kubernetes;
using HomelabPortal.Overview;
using static HomelabPortal.Tests.Cluster.Objects;

namespace HomelabPortal.Tests.Overview;

public sealed class RolloutsTests
{
    [Fact]
    public void Deployment_WithANewImage_SaysFromWhichToWhich()
    {
        var change = Assert.Single(Rollouts.Of(Lab(Set("sonarr", 1, "example/sonarr:4.0", -9), Set("sonarr", 2, "example/sonarr:4.1", -2)), 5, Now));

        Assert.Equal(("sonarr: 4.0 → 4.1", "/cluster/workloads/deployments/media/sonarr", Now.AddHours(-2)), (change.Text, change.Href, change.At));
    }

    [Fact]
    public void Deployment_OnItsFirstRevision_HasNotChanged() => Assert.Empty(Rollouts.Of(Lab(Set("sonarr", 1, "example/sonarr:4.0", -9)), 5, Now));

    [Fact]
    public void Deployment_RolledOutWithTheSameImage_SaysSo() =>
        Assert.Equal("sonarr was rolled out anew (revision 3)", Rollouts.Of(Lab(Set("sonarr", 2, "example/sonarr:4.0", -9), Set("sonarr", 3, "example/sonarr:4.0", -2)), 5, Now).Single().Text);

    [Fact]
    public void Deployments_Many_TheLatestFirstAndNoMoreThanAsked() =>
        Assert.Equal(
            ["b", "c"],
            Rollouts.Of(Lab([.. Changed("a", -9), .. Changed("b", -1), .. Changed("c", -3), .. Changed("old", -24 * 40)]), 2, Now).Select(change => change.Text.Split(':')[0]));

    private static ClusterState Lab(params ReplicaSet[] sets) => new() { IsConnected = true, ReplicaSets = Kind(sets) };

    private static ReplicaSet[] Changed(string name, int hours) => [Set(name, 1, "example/x:1", hours - 1), Set(name, 2, "example/x:2", hours)];

    private static ReplicaSet Set(string deployment, int revision, string image, int hours) => new()
    {
        Metadata = Meta($"{deployment}-{revision}") with
        {
            CreationTimestamp = Now.AddHours(hours), OwnerReferences = [new OwnerReference { Kind = "Deployment", Name = deployment, Controller = true }],
            Annotations = CompactMap<string>.From([new(Revisions.Annotation, $"{revision}")]),
        },
        Spec = new ReplicaSetSpec { Template = new PodTemplate { Spec = new PodTemplateSpec { Containers = [new Container { Name = "app", Image = image }] } } },
    };
}
