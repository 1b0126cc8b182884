using HomelabPortal.Cluster;
using HomelabPortal.Cluster.Health;
using HomelabPortal.Kubernetes;
using HomelabPortal.Ui.State;
using static HomelabPortal.Tests.Cluster.Objects;

namespace HomelabPortal.Tests.Cluster.Health;

public sealed class JobHealthTests
{
    [Fact]
    public void Job_FailedTooOften_IsBrokenAndSaysHowOften()
    {
        var verdict = JobHealth.Judge(Job("sync", failed: 3, condition: ("Failed", "BackoffLimitExceeded")), Now);

        Assert.Equal(HealthState.Broken, verdict.State);
        Assert.Equal("3 tries failed, and it may try no more.", verdict.Sentence);
    }

    [Theory]
    [InlineData(0, HealthState.Progressing, "Running")]
    [InlineData(1, HealthState.Degraded, "Retrying")]
    public void Job_Running_IsInTroubleOnceATryFailed(int failed, HealthState state, string word)
    {
        var verdict = JobHealth.Judge(Job("sync", failed), Now);

        Assert.Equal((state, word), (verdict.State, verdict.Word));
    }

    [Theory]
    [InlineData("2026-11-21T02:15:00Z", HealthState.Healthy, "On schedule")]
    [InlineData("2026-11-20T02:15:00Z", HealthState.Degraded, "Missed a run")]
    public void CronJob_RunThatWasDue_IsMissedWhenItDidNotCome(string last, HealthState state, string word)
    {
        var verdict = CronJobHealth.Judge(Cron(DateTimeOffset.Parse(last)), [], Now);

        Assert.Equal((state, word), (verdict.State, verdict.Word));
    }

    [Fact]
    public void CronJob_OnSchedule_IsLookedAtAgainWhenTheNextRunIsOverdue()
    {
        var verdict = CronJobHealth.Judge(Cron(DateTimeOffset.Parse("2026-11-21T02:15:00Z")), [], Now);

        Assert.Equal(DateTimeOffset.Parse("2026-11-22T02:17:00Z"), verdict.ChangesAt);
        Assert.Equal(HealthState.Degraded, CronJobHealth.Judge(Cron(DateTimeOffset.Parse("2026-11-21T02:15:00Z")), [], verdict.ChangesAt!.Value).State);
    }

    [Fact]
    public void CronJob_WithoutATimeZone_IsJudgedByTheClockOfItsLastRun()
    {
        var cron = Cron(DateTimeOffset.Parse("2026-11-21T01:15:00Z"));
        cron = cron with { Spec = cron.Spec with { TimeZone = "" } };

        // 03:15 in the control plane's clock, two hours before UTC: were it taken for UTC, the run of 03:15 UTC would be missing.
        Assert.Equal(HealthState.Healthy, CronJobHealth.Judge(cron, [], Now).State);
    }

    [Theory]
    [InlineData("Forbid", HealthState.Degraded, "Overrunning")]
    [InlineData("Allow", HealthState.Progressing, "Running")]
    public void CronJob_RunThatTakesTooLong_IsTroubleOnlyWhenItHoldsBackTheNext(string policy, HealthState state, string word)
    {
        var cron = Cron(DateTimeOffset.Parse("2026-11-20T02:15:00Z"));
        cron = cron with { Spec = cron.Spec with { ConcurrencyPolicy = policy }, Status = cron.Status with { Active = [new ObjectReference { Name = "backup-1" }] } };

        var verdict = CronJobHealth.Judge(cron, [], Now);

        Assert.Equal((state, word), (verdict.State, verdict.Word));
    }

    [Fact]
    public void CronJob_Suspended_IsOffWhateverItMissed()
    {
        var cron = Cron(DateTimeOffset.Parse("2026-10-01T02:15:00Z"));

        Assert.Equal(HealthState.Off, CronJobHealth.Judge(cron with { Spec = cron.Spec with { Suspend = true } }, [], Now).State);
    }

    [Fact]
    public void Problems_FailedRunThatALaterOneMadeGood_AreNone()
    {
        var (failed, good) = (Run("backup-1", 2, "Failed"), Run("backup-2", 1, "Complete"));
        var pod = Pod("backup-1-x", phase: "Failed") with { Metadata = Meta("backup-1-x") with { OwnerReferences = [new OwnerReference { Kind = "Job", Name = "backup-1", Controller = true }] } };
        var cron = Cron(DateTimeOffset.Parse("2026-11-21T02:15:00Z"));

        Assert.Empty(ClusterProblems.Find(new ClusterState { Jobs = Kind(failed, good), CronJobs = Kind(cron), Pods = Kind(pod) }.WithRows(), Now));
        var problem = Assert.Single(ClusterProblems.Find(new ClusterState { Jobs = Kind(failed), CronJobs = Kind(cron), Pods = Kind(pod) }.WithRows(), Now));
        Assert.Equal("backup failed in its last run", problem.Title);
        Assert.Equal("/cluster/workloads/cronjobs/media/backup", problem.Link);
    }

    private static Job Run(string name, int hoursAgo, string how)
    {
        var job = Job(name, how == "Failed" ? 1 : 0, (how, "BackoffLimitExceeded"));
        return job with { Metadata = job.Metadata with { CreationTimestamp = Now.AddHours(-hoursAgo), OwnerReferences = [new OwnerReference { Kind = "CronJob", Name = "backup", Controller = true }] } };
    }

    private static Job Job(string name, int failed = 0, (string Type, string Reason)? condition = null) => new()
    {
        Metadata = Meta(name),
        Spec = new JobSpec { Completions = 1, BackoffLimit = 2 },
        Status = new JobStatus
        {
            Failed = failed, StartTime = Now.AddMinutes(-5),
            Conditions = condition is { } known ? [new Condition { Type = known.Type, Reason = known.Reason, Status = "True", LastTransitionTime = Now.AddMinutes(-1) }] : [],
        },
    };

    private static CronJob Cron(DateTimeOffset last) => new()
    {
        Metadata = Meta("backup"),
        Spec = new CronJobSpec { Schedule = "15 3 * * *", TimeZone = "Europe/Berlin" },
        Status = new CronJobStatus { LastScheduleTime = last },
    };
}
