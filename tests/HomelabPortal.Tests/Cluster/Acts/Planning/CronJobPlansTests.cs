using System.Text.Json.Nodes;
using HomelabPortal.Cluster;
using HomelabPortal.Cluster.Acts;
using HomelabPortal.Cluster.Acts.Planning;

namespace HomelabPortal.Tests.Cluster.Acts.Planning;

public sealed class CronJobPlansTests
{
    private static readonly ActWish _run = new ActWish.RunCronJob("media", "backup");

    [Fact]
    public void Run_MakesAJob() =>
        Assert.Equal("POST /apis/batch/v1/namespaces/media/jobs", Assert.Single(World.Plan(State(), _run).Lines).Call);

    [Fact]
    public void Run_WhileOneIsActive_Warns() =>
        Assert.Equal(["1 run of it is active: this one runs beside it."], World.Plan(State(active: 1), _run).Warnings.ToArray());

    [Fact]
    public void Run_OfASuspendedOne_Warns() =>
        Assert.Equal(["It is suspended: it runs this once and stays suspended."], World.Plan(State(isSuspended: true), _run).Warnings.ToArray());

    [Fact]
    public void Suspend_SaysWhatDoesNotRun() =>
        Assert.Equal(["It will not run on its schedule (0 3 * * *) until it is resumed."], World.Plan(State(), new ActWish.SuspendCronJob("media", "backup", true)).Warnings.ToArray());

    [Theory]
    [InlineData(true, "It is suspended already.")]
    [InlineData(false, "It is not suspended.")]
    public void Suspend_OfWhatIsSo_IsRefused(bool suspend, string refusal) =>
        Assert.Equal(refusal, World.Plan(State(isSuspended: suspend), new ActWish.SuspendCronJob("media", "backup", suspend)).Refusal);

    [Fact]
    public void ManualJob_IsMadeFromTheTemplateAndOwned()
    {
        var cron = JsonNode.Parse("""
            {"metadata":{"name":"backup","namespace":"media","uid":"u1"},
             "spec":{"jobTemplate":{"metadata":{"labels":{"app":"backup"}},"spec":{"backoffLimit":2,"template":{"spec":{"containers":[]}}}}}}
            """)!.AsObject();

        var job = ManualJob.Of(cron, "17");

        Assert.Equal("backup-manual-17", (string?)job["metadata"]!["name"]);
        Assert.Equal("manual", (string?)job["metadata"]!["annotations"]!["cronjob.kubernetes.io/instantiate"]);
        Assert.Equal("backup", (string?)job["metadata"]!["labels"]!["app"]);
        Assert.Equal(("CronJob", "backup", "u1", true), ((string)job["metadata"]!["ownerReferences"]![0]!["kind"]!, (string)job["metadata"]!["ownerReferences"]![0]!["name"]!, (string)job["metadata"]!["ownerReferences"]![0]!["uid"]!, (bool)job["metadata"]!["ownerReferences"]![0]!["controller"]!));
        Assert.True(JsonNode.DeepEquals(cron["spec"]!["jobTemplate"]!["spec"], job["spec"]));
    }

    [Fact]
    public void ManualJob_OfALongName_LeavesRoomForItsPods()
    {
        var name = ManualJob.NameOf(new string('a', 52), "1795111111");

        Assert.Equal(57, name.Length);
        Assert.EndsWith("-manual-1795111111", name, StringComparison.Ordinal);
    }

    private static ClusterState State(bool isSuspended = false, int active = 0) => World.Empty with { CronJobs = Objects.Kind(World.CronJob(isSuspended, active)) };
}
