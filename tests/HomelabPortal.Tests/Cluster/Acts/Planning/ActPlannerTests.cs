using HomelabPortal.Cluster;
using HomelabPortal.Cluster.Acts;
using HomelabPortal.Cluster.Acts.Planning;
using HomelabPortal.Kubernetes;
using HomelabPortal.Platform;

namespace HomelabPortal.Tests.Cluster.Acts.Planning;

/// <summary>What holds for every act.</summary>
public sealed class ActPlannerTests
{
    private static readonly ActWish _restart = new ActWish.Restart("Deployment", "media", "sonarr");
    private static readonly ActWish _scale = new ActWish.Scale("Deployment", "media", "sonarr", 3);

    public static TheoryData<ActWish> All() =>
    [
        _restart, _scale, new ActWish.RollBack("media", "sonarr", 1), new ActWish.DeletePod("media", "sonarr-1"), new ActWish.EvictPod("media", "sonarr-1"),
        new ActWish.RunCronJob("media", "backup"), new ActWish.SuspendCronJob("media", "backup", true), new ActWish.CordonNode("node2", true),
    ];

    [Theory]
    [MemberData(nameof(All))]
    public void Plan_WithoutACluster_IsRefusedWithHowToConnectOne(ActWish wish) =>
        Assert.Equal("Connect one.", World.Plan(ClusterState.NotConnected("Connect one."), wish).Refusal);

    [Theory]
    [MemberData(nameof(All))]
    public void Plan_OfWhatIsNotThere_IsRefused(ActWish wish)
    {
        var plan = World.Plan(World.Empty, wish);

        Assert.Equal($"There is no {wish.Subject} now.", plan.Refusal);
        Assert.Null(plan.Seen);
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Plan_WhileTheClusterCannotBeSeen_IsRefused(ActWish wish)
    {
        var plan = ActPlanner.Plan(new LiveValue<ClusterState>(World.Empty, Objects.Now, "The API server does not answer."), wish);

        Assert.EndsWith("cannot be seen now, so nobody can say what this would do. The API server does not answer.", plan.Refusal, StringComparison.Ordinal);
    }

    [Fact]
    public void Plan_WhileItsKindIsForbidden_IsRefused()
    {
        var state = World.Empty with { Deployments = Objects.Kind(World.Deployment()) with { Status = new SourceStatus(SourcePhase.Forbidden, null, "The account may not list deployments") } };

        Assert.EndsWith("The account may not list deployments.", World.Plan(state, _restart).Refusal, StringComparison.Ordinal);
    }

    [Fact]
    public void Plan_OfWhatIsBeingDeleted_IsRefused()
    {
        var deployment = World.Deployment();
        var state = World.Empty with { Deployments = Objects.Kind(deployment with { Metadata = deployment.Metadata with { DeletionTimestamp = Objects.Now } }) };

        Assert.Equal("sonarr is being deleted.", World.Plan(state, _restart).Refusal);
    }

    [Fact]
    public void Scale_OfWhatArgoCdPutsBack_IsRefusedWithWhatToChangeInGit()
    {
        var plan = World.Plan(Argo(selfHeals: true), _scale);

        Assert.StartsWith("Argo CD (media) keeps it as it is written in Git", plan.Refusal, StringComparison.Ordinal);
        Assert.Equal("media", plan.Reverter?.Name);
        Assert.Contains("  replicas: 3\n", plan.Instead, StringComparison.Ordinal);
        Assert.Empty(plan.Lines);
    }

    [Fact]
    public void Scale_OfWhatArgoCdOnlyCompares_IsPlanned() => Assert.Null(World.Plan(Argo(selfHeals: false), _scale).Refusal);

    [Fact]
    public void Restart_OfWhatArgoCdPutsBack_IsPlanned() => Assert.Null(World.Plan(Argo(selfHeals: true), _restart).Refusal);

    [Fact]
    public void RollBack_OfWhatArgoCdPutsBack_IsRefused() =>
        Assert.Equal("media", World.Plan(Argo(selfHeals: true), new ActWish.RollBack("media", "sonarr", 1)).Reverter?.Name);

    [Fact]
    public void Suspend_OfWhatArgoCdPutsBack_IsRefusedAndRunNowIsNot()
    {
        var cron = World.CronJob();
        var state = Argo(selfHeals: true) with { CronJobs = Objects.Kind(cron with { Metadata = cron.Metadata.KeptByArgo() }) };

        Assert.Contains("  suspend: true\n", World.Plan(state, new ActWish.SuspendCronJob("media", "backup", true)).Instead, StringComparison.Ordinal);
        Assert.Null(World.Plan(state, new ActWish.RunCronJob("media", "backup")).Refusal);
    }

    [Fact]
    public void Scale_OfThePortalsOwn_IsRefused()
    {
        var deployment = World.Deployment();
        var state = World.Empty with { Deployments = Objects.Kind(deployment with { Metadata = deployment.Metadata.KeptByPortal() }) };

        Assert.StartsWith("The portal itself keeps this object", World.Plan(state, _scale).Refusal, StringComparison.Ordinal);
    }

    [Fact]
    public void Plan_OfAnObject_NamesTheStateItWasMadeUpon()
    {
        var deployment = World.Deployment();
        var later = deployment with { Metadata = deployment.Metadata with { Generation = 2, ResourceVersion = "7" } };

        Assert.Equal(new ActSeen("media/sonarr", 1), World.Plan(World.Empty with { Deployments = Objects.Kind(deployment) }, _restart).Seen);
        Assert.Equal(new ActSeen("media/sonarr", 2), World.Plan(World.Empty with { Deployments = Objects.Kind(later) }, _restart).Seen);
    }

    private static ClusterState Argo(bool selfHeals)
    {
        var deployment = World.Deployment();
        return World.Empty with { Deployments = Objects.Kind(deployment with { Metadata = deployment.Metadata.KeptByArgo() }), Applications = Objects.Kind(World.Application(selfHeals)) };
    }
}
