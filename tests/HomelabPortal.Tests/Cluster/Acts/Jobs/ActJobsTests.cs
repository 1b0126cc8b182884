using HomelabPortal.Access.Authority;
using HomelabPortal.Cluster.Acts;
using HomelabPortal.Cluster.Acts.Jobs;
using HomelabPortal.Ui.Acts;
using Microsoft.Extensions.Hosting;

namespace HomelabPortal.Tests.Cluster.Acts.Jobs;

public sealed class ActJobsTests
{
    private static readonly ActJobRequest _restart = new(Act.RestartWorkload, "Restart Deployment media/sonarr") { Key = "restart media/sonarr" };

    [Fact]
    public async Task Start_ByAViewer_IsRefusedAndNeverRuns()
    {
        using var world = await JobWorld.OpenAsync();
        var ran = false;

        var start = await world.Jobs.StartAsync(_restart, JobWorld.Viewer, (_, _) => Task.FromResult(ran = true));

        Assert.Null(start.Id);
        Assert.Equal(AccessRefusalKind.Role, start.Outcome.Refusal?.Kind);
        Assert.False(ran);
        Assert.Empty(world.Live.Current.Value.Jobs);
        Assert.Equal(["Viewer: Restart Deployment media/sonarr: refused: Only an operator may restart a workload. You are a viewer."], await world.AuditAsync());
    }

    [Fact]
    public async Task Job_WhileItRuns_IsInTheAuditAndShowsItsSteps()
    {
        using var world = await JobWorld.OpenAsync();
        var (told, go) = (new TaskCompletionSource(), new TaskCompletionSource());

        var start = await world.Jobs.StartAsync(_restart, JobWorld.Operator, async (progress, _) =>
        {
            progress.Plan("Ask for new pods", "Wait for them");
            progress.Begin("Ask for new pods");
            progress.Begin("Wait for them");
            progress.Tell("2 of 3 available");
            told.SetResult();
            await go.Task;
            progress.Conclude("sonarr runs 3 new pods.");
        });
        await told.Task;

        Assert.Equal([new Step("Ask for new pods", StepPhase.Done), new Step("Wait for them", StepPhase.Running, "2 of 3 available")], Find(world, start).Steps.ToArray());
        Assert.Equal(["Operator: Restart Deployment media/sonarr: running"], await world.AuditAsync());
        go.SetResult();
        await world.Jobs.WaitAsync(start.Id!, CancellationToken.None);
        var job = Find(world, start);
        Assert.Equal((ActJobPhase.Done, "sonarr runs 3 new pods."), (job.Phase, job.Outcome));
        Assert.All(job.Steps, step => Assert.Equal(StepPhase.Done, step.Phase));
        Assert.Equal(["Operator: Restart Deployment media/sonarr: done"], await world.AuditAsync());
    }

    [Fact]
    public async Task Job_ThatFails_SaysWhyAndSkipsTheRest()
    {
        using var world = await JobWorld.OpenAsync();

        var start = await world.Jobs.StartAsync(_restart, JobWorld.Operator, (progress, _) =>
        {
            progress.Plan("First", "Second", "Third");
            progress.Begin("First");
            progress.Begin("Second");
            throw new ActFault("The API server says no.");
        });
        await world.Jobs.WaitAsync(start.Id!, CancellationToken.None);

        var job = Find(world, start);
        Assert.Equal((ActJobPhase.Failed, "The API server says no."), (job.Phase, job.Outcome));
        Assert.Equal([StepPhase.Done, StepPhase.Failed, StepPhase.Skipped], job.Steps.Select(step => step.Phase));
        Assert.Equal(["Operator: Restart Deployment media/sonarr: failed: The API server says no."], await world.AuditAsync());
    }

    [Fact]
    public async Task Cancel_OfARunningJob_EndsItAndIsOnRecordTwice()
    {
        using var world = await JobWorld.OpenAsync();
        var start = await world.Jobs.StartAsync(_restart, JobWorld.Operator, (_, stop) => Task.Delay(Timeout.Infinite, stop));

        var outcome = await world.Jobs.CancelAsync(start.Id!, JobWorld.Operator, CancellationToken.None);
        await world.Jobs.WaitAsync(start.Id!, CancellationToken.None);

        Assert.True(outcome.Succeeded);
        Assert.Equal(ActJobPhase.Cancelled, Find(world, start).Phase);
        Assert.Equal(
            ["Operator: Restart Deployment media/sonarr: failed: Cancelled by Operator. What was done until then stays done.", "Operator: Cancel: Restart Deployment media/sonarr: done"],
            await world.AuditAsync());
    }

    [Fact]
    public async Task Cancel_ByAViewer_LeavesTheJobRunning()
    {
        using var world = await JobWorld.OpenAsync();
        var start = await world.Jobs.StartAsync(_restart, JobWorld.Operator, (_, stop) => Task.Delay(Timeout.Infinite, stop));

        var outcome = await world.Jobs.CancelAsync(start.Id!, JobWorld.Viewer, CancellationToken.None);

        Assert.Equal(AccessRefusalKind.Role, outcome.Refusal?.Kind);
        Assert.True(Find(world, start).IsRunning);
    }

    [Fact]
    public async Task Start_OfTheSameActWhileItRuns_IsRefused()
    {
        using var world = await JobWorld.OpenAsync();
        await world.Jobs.StartAsync(_restart, JobWorld.Operator, (_, stop) => Task.Delay(Timeout.Infinite, stop));

        var second = await world.Jobs.StartAsync(_restart, JobWorld.Operator, (_, _) => Task.CompletedTask);

        Assert.Null(second.Id);
        Assert.Contains("under way already", second.Outcome.Fault, StringComparison.Ordinal);
        Assert.Single(world.Live.Current.Value.Jobs);
    }

    [Fact]
    public async Task Portal_ThatStopsInTheMiddle_WritesInterruptedIntoTheAudit()
    {
        using var world = await JobWorld.OpenAsync();
        var start = await world.Jobs.StartAsync(_restart, JobWorld.Operator, (_, stop) => Task.Delay(Timeout.Infinite, stop));

        world.StopPortal();
        await ((IHostedService)world.Jobs).StopAsync(CancellationToken.None);

        Assert.Equal(ActJobPhase.Interrupted, Find(world, start).Phase);
        Assert.Equal(["Operator: Restart Deployment media/sonarr: failed: Interrupted: the portal stopped before the outcome was known."], await world.AuditAsync());
    }

    [Fact]
    public void State_WithMoreThanItKeeps_ForgetsTheOldestThatEnded()
    {
        var state = ActJobsState.Empty.With(Job("running"));
        for (var i = 0; i < ActJobsState.Most + 10; i++)
            state = state.With(Job($"{i}") with { Phase = ActJobPhase.Done });

        Assert.Equal(ActJobsState.Most, state.Jobs.Length);
        Assert.NotNull(state.Find("running"));
        Assert.Null(state.Find("0"));
    }

    private static ActJob Job(string id) => new(id, Act.DrainNode, "Drain node2", "anna", DateTimeOffset.UnixEpoch);

    private static ActJob Find(JobWorld world, ActJobStart start) => world.Live.Current.Value.Find(start.Id!)!;
}
