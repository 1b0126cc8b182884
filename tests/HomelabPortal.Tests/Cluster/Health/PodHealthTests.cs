using HomelabPortal.Cluster.Display;
using HomelabPortal.Cluster.Health;
using HomelabPortal.Kubernetes;
using HomelabPortal.Ui.State;
using static HomelabPortal.Tests.Cluster.Objects;

namespace HomelabPortal.Tests.Cluster.Health;

public sealed class PodHealthTests
{
    [Fact]
    public void Judge_RunningAndReady_IsHealthy() => Assert.Equal(HealthState.Healthy, Judge(Pod("web", Running())).State);

    [Fact]
    public void Judge_CrashLoopWhosePhaseIsRunning_IsBrokenAndSaysHow()
    {
        var verdict = Judge(CrashLooping("web"));

        Assert.Equal((HealthState.Broken, "CrashLoopBackOff"), (verdict.State, verdict.Word));
        Assert.Equal("Exit code 1, 14 restarts in 20 minutes.", verdict.Sentence);
    }

    [Fact]
    public void Judge_CrashLoopInTheMomentItRuns_StaysBroken()
    {
        var verdict = Judge(Pod("web", Running(restarts: 14, lastEnd: Now.AddMinutes(-4))));

        Assert.Equal((HealthState.Broken, "Keeps crashing"), (verdict.State, verdict.Word));
        Assert.Equal(Now.AddMinutes(2), verdict.ChangesAt);
    }

    [Fact]
    public void Judge_OneRestartAMomentAgo_IsDegradedWithoutNeedingSomeoneAndPasses()
    {
        var pod = Pod("web", Running(restarts: 1, lastEnd: Now.AddMinutes(-3)));
        var verdict = Judge(pod);

        Assert.Equal((HealthState.Degraded, false), (verdict.State, verdict.NeedsSomeone));
        Assert.Equal(HealthState.Healthy, PodHealth.Judge(pod, PodDisplay.Cells(pod), verdict.ChangesAt!.Value).State);
    }

    [Fact]
    public void Judge_OutOfMemoryOnAnOldPod_SaysWhenLast()
    {
        var verdict = Judge(Pod("web", Waiting("CrashLoopBackOff", restarts: 3, last: new ContainerTerminated { ExitCode = 137, Reason = "OOMKilled", FinishedAt = Now.AddMinutes(-8) })));

        Assert.Equal("Out of memory, 3 restarts, the last 8 minutes ago.", verdict.Sentence);
    }

    [Theory]
    [InlineData("ImagePullBackOff")]
    [InlineData("ErrImagePull")]
    [InlineData("InvalidImageName")]
    public void Judge_ImageThatCannotBeHad_IsBrokenAndNamesTheImage(string reason)
    {
        var verdict = Judge(Pod("web", Waiting(reason, "manifest unknown"), "Pending"));

        Assert.Equal(HealthState.Broken, verdict.State);
        Assert.Equal("The image ghcr.io/example/app:1.0 cannot be had: manifest unknown.", verdict.Sentence);
    }

    [Theory]
    [InlineData("Error")]
    [InlineData("CreateContainerConfigError")]
    [InlineData("RunContainerError")]
    public void Judge_ReasonThatDoesNotPass_IsBroken(string reason) =>
        Assert.Equal(HealthState.Broken, Judge(Pod("web", Waiting(reason), "Pending")).State);

    [Fact]
    public void Judge_Evicted_IsBrokenWithTheServersWords()
    {
        var pod = Pod("web", phase: "Failed");
        var verdict = Judge(pod with { Status = pod.Status with { Reason = "Evicted", Message = "The node was low on resource: memory" } });

        Assert.Equal((HealthState.Broken, "Evicted", "The node was low on resource: memory."), (verdict.State, verdict.Word, verdict.Sentence));
    }

    [Fact]
    public void Judge_NodeLost_IsUnknownAndNeverGreen()
    {
        var pod = Pod("web", Running());
        var lost = pod with { Metadata = pod.Metadata with { DeletionTimestamp = Now.AddMinutes(-9) }, Status = pod.Status with { Reason = "NodeLost" } };

        Assert.Equal(HealthState.Unknown, Judge(lost).State);
    }

    [Theory]
    [InlineData(1, HealthState.Progressing)]
    [InlineData(6, HealthState.Degraded)]
    public void Judge_ContainerCreating_TurnsFromProgressingToDegraded(int minutes, HealthState expected)
    {
        var pod = Pod("web", Waiting("ContainerCreating"), "Pending");

        Assert.Equal(expected, Judge(pod with { Status = pod.Status with { StartTime = Now.AddMinutes(-minutes) } }).State);
    }

    [Theory]
    [InlineData(20, HealthState.Progressing)]
    [InlineData(300, HealthState.Broken)]
    public void Judge_Unschedulable_IsBrokenAfterAMinuteAndSaysWhy(int seconds, HealthState expected)
    {
        var pod = Pod("web", phase: "Pending", node: "");
        var verdict = Judge(pod with
        {
            Metadata = pod.Metadata with { CreationTimestamp = Now.AddSeconds(-seconds) },
            Status = pod.Status with { Conditions = [new Condition { Type = "PodScheduled", Status = "False", Reason = "Unschedulable", Message = "0/4 nodes are available: 4 Insufficient memory." }] },
        });

        Assert.Equal(expected, verdict.State);
        Assert.Equal("No node takes it: 0/4 nodes are available: 4 Insufficient memory.", verdict.Sentence);
    }

    [Theory]
    [InlineData(1, HealthState.Progressing)]
    [InlineData(-5, HealthState.Broken)]
    public void Judge_Terminating_IsBrokenPastItsGracePeriod(int minutesLeft, HealthState expected)
    {
        var pod = Pod("web", Running());

        Assert.Equal(expected, Judge(pod with { Metadata = pod.Metadata with { DeletionTimestamp = Now.AddMinutes(minutesLeft) } }).State);
    }

    [Theory]
    [InlineData(1, HealthState.Progressing)]
    [InlineData(30, HealthState.Degraded)]
    public void Judge_RunningNotReady_GetsTwoMinutes(int minutes, HealthState expected)
    {
        var pod = Pod("web", Running() with { Ready = false });

        Assert.Equal(expected, Judge(pod with { Status = pod.Status with { Conditions = [new Condition { Type = "Ready", Status = "False", LastTransitionTime = Now.AddMinutes(-minutes) }] } }).State);
    }

    [Fact]
    public void Judge_Succeeded_IsHealthy() => Assert.Equal(HealthState.Healthy, Judge(Pod("job", phase: "Succeeded")).State);

    private static Verdict Judge(Pod pod) => PodHealth.Judge(pod, PodDisplay.Cells(pod), Now);
}
