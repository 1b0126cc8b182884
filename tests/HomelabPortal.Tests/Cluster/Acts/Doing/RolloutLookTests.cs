using HomelabPortal.Cluster;
using HomelabPortal.Cluster.Acts;
using HomelabPortal.Cluster.Acts.Doing;
using HomelabPortal.Kubernetes;
using HomelabPortal.Tests.Cluster.Acts.Planning;

namespace HomelabPortal.Tests.Cluster.Acts.Doing;

public sealed class RolloutLookTests
{
    private static readonly ActWish _restart = new ActWish.Restart("Deployment", "media", "sonarr");

    [Fact]
    public void Look_BeforeTheChangeIsSeen_Waits() => Assert.Equal(Look.Waits("The change is on its way."), Of(World.Deployment(), generation: 2));

    [Fact]
    public void Look_WhileThePodsAreNotUpdated_SaysHowMany()
    {
        var deployment = Changed(World.Deployment(3)) with { Status = new DeploymentStatus { ObservedGeneration = 2, Replicas = 4, UpdatedReplicas = 1, AvailableReplicas = 3 } };

        Assert.Equal(Look.Waits("1 of 3 new replicas updated."), Of(deployment));
    }

    [Fact]
    public void Look_AtTheEnd_IsDone()
    {
        var deployment = Changed(World.Deployment(3)) with { Status = new DeploymentStatus { ObservedGeneration = 2, Replicas = 3, UpdatedReplicas = 3, ReadyReplicas = 3, AvailableReplicas = 3 } };

        Assert.Equal(Look.Done("3 pods ready."), Of(deployment));
    }

    [Fact]
    public void Look_WhenKubernetesCallsItFailed_Fails()
    {
        var deployment = Changed(World.Deployment()) with
        {
            Status = new DeploymentStatus
            {
                ObservedGeneration = 2, UpdatedReplicas = 1, Replicas = 2,
                Conditions = [new Condition { Type = "Progressing", Status = "False", Reason = "ProgressDeadlineExceeded", Message = "ReplicaSet \"sonarr-2\" has timed out progressing." }],
            },
        };

        Assert.Equal("The rollout failed: ReplicaSet \"sonarr-2\" has timed out progressing. 0 of 1 replica available.", Assert.Throws<ActFault>(() => Of(deployment)).Message);
    }

    [Fact]
    public void Look_WhenAnotherHasItsName_Fails()
    {
        var deployment = World.Deployment();
        var other = deployment with { Metadata = deployment.Metadata with { Uid = "another" } };

        Assert.Equal("Deployment media/sonarr was deleted meanwhile.", Assert.Throws<ActFault>(() => Of(other)).Message);
    }

    [Fact]
    public void Look_WhileANewPodCannotStart_SaysWhy()
    {
        var deployment = Changed(World.Deployment()) with { Status = new DeploymentStatus { ObservedGeneration = 2, Replicas = 2, UpdatedReplicas = 1, AvailableReplicas = 1 } };
        var pod = Objects.Pod("sonarr-new", Objects.Waiting("ImagePullBackOff", "not found"), "Pending");
        var state = State(deployment) with
        {
            Pods = Objects.Kind(pod with { Metadata = pod.Metadata with { CreationTimestamp = Objects.Now.AddSeconds(5), OwnerReferences = [new OwnerReference { Kind = "ReplicaSet", Name = "sonarr-2", Controller = true }] } }),
            ReplicaSets = Objects.Kind(World.Revision(2, "x")),
        };

        Assert.Contains("sonarr-new is not well (ImagePullBackOff)", RolloutLook.Of(state, _restart, "media/sonarr", 2, Objects.Now).Words, StringComparison.Ordinal);
    }

    [Fact]
    public void ScaleLook_OnceItsNumberWasSeen_TakesAnotherForSomebodysDoing()
    {
        var wish = new ActWish.Scale("Deployment", "media", "sonarr", 3);
        var look = new ScaleLook(wish, "media/sonarr", Objects.Now);

        Assert.Equal(Look.Waits("The change is on its way."), look.Of(State(World.Deployment(1))));
        Assert.Equal(Look.Waits("1 of 3 pods ready."), look.Of(State(World.Deployment(3) with { Status = new DeploymentStatus { Replicas = 3, ReadyReplicas = 1 } })));
        Assert.Equal("Somebody set it to 1 meanwhile.", Assert.Throws<ActFault>(() => look.Of(State(World.Deployment(1)))).Message);
    }

    [Fact]
    public void ScaleLook_ToNothing_IsDoneWhenThePodsAreGone()
    {
        var look = new ScaleLook(new ActWish.Scale("Deployment", "media", "sonarr", 0), "media/sonarr", Objects.Now);

        Assert.Equal(Look.Waits("1 pod still to stop."), look.Of(State(World.Deployment(0) with { Status = new DeploymentStatus { Replicas = 1 } })));
        Assert.True(look.Of(State(World.Deployment(0))).IsDone);
    }

    private static Deployment Changed(Deployment deployment) => deployment with { Metadata = deployment.Metadata with { Generation = 2 } };

    private static ClusterState State(Deployment deployment) => World.Empty with { Deployments = Objects.Kind(deployment) };

    private static Look Of(Deployment deployment, long generation = 2) => RolloutLook.Of(State(deployment), _restart, "media/sonarr", generation, Objects.Now);
}
