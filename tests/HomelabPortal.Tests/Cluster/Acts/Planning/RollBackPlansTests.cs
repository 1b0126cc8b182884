using System.Text.Json.Nodes;
using HomelabPortal.Cluster;
using HomelabPortal.Cluster.Acts;
using HomelabPortal.Cluster.Acts.Planning;
using HomelabPortal.Kubernetes;

namespace HomelabPortal.Tests.Cluster.Acts.Planning;

public sealed class RollBackPlansTests
{
    [Fact]
    public void Revisions_AreReadOffTheReplicaSetsNewestFirst()
    {
        var deployment = Deployment();
        var revisions = Revisions.Of(State(deployment), deployment);

        Assert.Equal([(3L, true), (2L, false), (1L, false)], revisions.Select(revision => (revision.Number, revision.IsCurrent)));
        Assert.Equal(["app: sonarr:4.0.14"], revisions[1].Images.ToArray());
    }

    [Fact]
    public void RollBack_ToAnEarlierRevision_SaysWhichImagesChange()
    {
        var plan = Plan(Deployment(), 2);

        Assert.Equal("Deployment media/sonarr: revision 3 → 2", plan.Lines[0].Text);
        Assert.Equal("app: sonarr:4.0.15 → sonarr:4.0.14", plan.Lines[0].Reason);
        Assert.Contains("Data that the newer version has changed, such as its database, stays as it is.", plan.Warnings.ToArray());
    }

    [Theory]
    [InlineData(3, "Revision 3 is the one in place.")]
    [InlineData(9, "Its history has no revision 9 any more.")]
    public void RollBack_ToWhatIsNoChoice_IsRefused(long revision, string refusal) => Assert.Equal(refusal, Plan(Deployment(), revision).Refusal);

    [Fact]
    public void RollBack_OfAPausedOne_IsRefused() =>
        Assert.StartsWith("Its rollout is paused", Plan(Deployment() with { Spec = World.Deployment(isPaused: true).Spec }, 2).Refusal, StringComparison.Ordinal);

    [Fact]
    public void RollBack_WhileTheHistoryCannotBeSeen_IsRefused()
    {
        var state = State(Deployment()) with { ReplicaSets = ClusterKind<ReplicaSet>.Syncing };

        Assert.Equal("Its history cannot be seen now: ReplicaSets cannot be read.", World.Plan(state, new ActWish.RollBack("media", "sonarr", 2)).Refusal);
    }

    [Fact]
    public void Difference_OfTwoTemplates_NamesMembersByTheirNames()
    {
        var before = JsonNode.Parse("""{"spec":{"containers":[{"name":"app","image":"a:1","env":[{"name":"X","value":"1"}]}],"dnsPolicy":"ClusterFirst"}}""");
        var after = JsonNode.Parse("""{"spec":{"containers":[{"name":"app","image":"a:2"}],"dnsPolicy":"ClusterFirst","hostNetwork":true,"nodeSelector":{} }}""");

        Assert.Equal(
            ["− spec.containers[app].env[X].name: X", "− spec.containers[app].env[X].value: 1", "~ spec.containers[app].image: a:1 → a:2", "+ spec.hostNetwork: true"],
            TemplateDifference.Of(before, after));
    }

    [Fact]
    public void Difference_OfTheSameTemplate_IsNothing()
    {
        var template = JsonNode.Parse("""{"spec":{"containers":[{"name":"app","image":"a:1"}]}}""");

        Assert.Empty(TemplateDifference.Of(template, template!.DeepClone()));
    }

    private static Deployment Deployment()
    {
        var deployment = World.Deployment();
        return deployment with { Metadata = deployment.Metadata with { Annotations = CompactMap<string>.From([new(Revisions.Annotation, "3")]) } };
    }

    private static ClusterState State(Deployment deployment) => World.Empty with
    {
        Deployments = Objects.Kind(deployment),
        ReplicaSets = Objects.Kind(World.Revision(1, "sonarr:4.0.13"), World.Revision(3, "sonarr:4.0.15"), World.Revision(2, "sonarr:4.0.14")),
    };

    private static ActPlan Plan(Deployment deployment, long revision) => World.Plan(State(deployment), new ActWish.RollBack("media", "sonarr", revision));
}
