using HomelabPortal.Cluster;
using HomelabPortal.Cluster.Acts;
using HomelabPortal.Cluster.Acts.Planning;
using HomelabPortal.Kubernetes;

namespace HomelabPortal.Tests.Cluster.Acts.Planning;

public sealed class PodPlansTests
{
    private static readonly ActWish _delete = new ActWish.DeletePod("media", "sonarr-1");
    private static readonly ActWish _evict = new ActWish.EvictPod("media", "sonarr-1");

    [Fact]
    public void Delete_OfTheOnlyPod_SaysWhoReplacesItAndThatItIsGoneMeanwhile()
    {
        var plan = World.Plan(State(World.Pod()), _delete);

        Assert.Equal(["− Pod media/sonarr-1", "+ a replacement, by ReplicaSet sonarr"], plan.Lines.Select(line => $"{line.Sign} {line.Text}"));
        Assert.Equal("DELETE /api/v1/namespaces/media/pods/sonarr-1", plan.Lines[0].Call);
        Assert.Contains("\"uid\": \"media/sonarr-1\"", plan.Lines[0].Detail, StringComparison.Ordinal);
        Assert.Equal(["It is the only pod of its workload: that will be gone for a moment."], plan.Warnings.ToArray());
        Assert.Null(plan.TypedName);
    }

    [Fact]
    public void Delete_OfOneOfTwo_WarnsOfNothing() => Assert.Empty(World.Plan(State(World.Pod(), World.Pod("sonarr-2")), _delete).Warnings.ToArray());

    [Fact]
    public void Delete_OfWhatNothingMakesAgain_AsksForItsName()
    {
        var plan = World.Plan(State(World.Pod(owner: null)), _delete);

        Assert.Equal("sonarr-1", plan.TypedName);
        Assert.Equal(["Nothing makes it again: it is gone for good."], plan.Warnings.ToArray());
    }

    [Fact]
    public void Delete_OfWhatHasEnded_LosesNothing()
    {
        var plan = World.Plan(State(World.Pod(owner: null, phase: "Succeeded")), _delete);

        Assert.Empty(plan.Warnings.ToArray());
        Assert.Null(plan.TypedName);
    }

    [Fact]
    public void Delete_OfAStaticPod_IsRefused()
    {
        var pod = World.Pod();
        var mirror = pod with { Metadata = pod.Metadata with { Annotations = CompactMap<string>.From([new("kubernetes.io/config.mirror", "x")]) } };

        Assert.StartsWith("The kubelet runs it from a file", World.Plan(State(mirror), _delete).Refusal, StringComparison.Ordinal);
    }

    [Fact]
    public void Delete_OfWhatIsStopping_IsRefused()
    {
        var pod = World.Pod();

        Assert.Equal("sonarr-1 is stopping already.", World.Plan(State(pod with { Metadata = pod.Metadata with { DeletionTimestamp = Objects.Now } }), _delete).Refusal);
    }

    [Fact]
    public void Evict_ThatABudgetForbids_IsRefusedWithItsNumbers()
    {
        var state = State(World.Pod()) with { DisruptionBudgets = Objects.Kind(World.Budget("always-one", 0)) };

        Assert.Equal("The disruption budget always-one forbids it now: 1 healthy, 1 needed. Wait, or delete the pod, which does not ask.", World.Plan(state, _evict).Refusal);
    }

    [Fact]
    public void Delete_ThatABudgetWouldForbid_WarnsOnly()
    {
        var state = State(World.Pod(), World.Pod("sonarr-2")) with { DisruptionBudgets = Objects.Kind(World.Budget("always-one", 0)) };
        var plan = World.Plan(state, _delete);

        Assert.Null(plan.Refusal);
        Assert.Equal(["The disruption budget always-one allows no eviction now; a delete does not ask it."], plan.Warnings.ToArray());
    }

    [Fact]
    public void Evict_WithinTheBudget_IsPlanned()
    {
        var plan = World.Plan(State(World.Pod()) with { DisruptionBudgets = Objects.Kind(World.Budget("always-one", 1)) }, _evict);

        Assert.Null(plan.Refusal);
        Assert.Equal("POST /api/v1/namespaces/media/pods/sonarr-1/eviction", plan.Lines[0].Call);
    }

    [Fact]
    public void Evict_ThatTwoBudgetsCover_IsRefused()
    {
        var state = State(World.Pod()) with { DisruptionBudgets = Objects.Kind(World.Budget("one", 1), World.Budget("two", 1)) };

        Assert.StartsWith("Two disruption budgets select it", World.Plan(state, _evict).Refusal, StringComparison.Ordinal);
    }

    [Fact]
    public void Evict_OfWhatHasEnded_IsNotHeldAgainstABudget()
    {
        var state = State(World.Pod(phase: "Failed")) with { DisruptionBudgets = Objects.Kind(World.Budget("always-one", 0)) };

        Assert.Null(World.Plan(state, _evict).Refusal);
    }

    [Theory]
    [InlineData("StatefulSet", "a pod of the same name, by StatefulSet sonarr")]
    [InlineData("DaemonSet", "a pod on node1, by DaemonSet sonarr")]
    [InlineData("Job", "another attempt, by Job sonarr, unless it has had enough of them")]
    public void Delete_OfAnOwnedPod_SaysWhatItsOwnerMakes(string owner, string words) =>
        Assert.Equal(words, World.Plan(State(World.Pod(owner: owner)), _delete).Lines[1].Text);

    private static ClusterState State(params Pod[] pods) => World.Empty with { Pods = Objects.Kind(pods) };
}
