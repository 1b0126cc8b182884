using System.Text.Json.Nodes;
using HomelabPortal.Cluster.Acts;
using HomelabPortal.Cluster.Acts.Jobs;
using HomelabPortal.Cluster.Acts.Planning;
using HomelabPortal.Simulator.Faults;
using HomelabPortal.Tests.Cluster.Acts.Jobs;

namespace HomelabPortal.Tests.Cluster.Acts.Doing;

/// <summary>Acts on the living lab, from the asking to the outcome that the audit keeps.</summary>
public sealed class LivingActsTests
{
    [Fact]
    public async Task Restart_OfADeployment_IsDoneWhenItsNewPodIsReady()
    {
        await using var lab = await ActsLab.StartAsync();
        var before = Pods(lab, "gitea-runner");

        var job = await lab.DoAsync(new ActWish.Restart("Deployment", "gitea", "gitea-runner"));

        Assert.Equal((ActJobPhase.Done, "gitea-runner is restarted: 2 pods ready."), (job.Phase, job.Outcome));
        Assert.Empty(before.Intersect(Pods(lab, "gitea-runner")));
        Assert.Equal(["Operator: Restart Deployment gitea/gitea-runner: done"], await lab.World.AuditAsync());
        Assert.Contains(lab.Get("apps/v1", "Deployment", "gitea", "gitea-runner")["metadata"]!["managedFields"]!.AsArray(), entry => (string?)entry!["manager"] == "homelab-portal");
    }

    [Fact]
    public async Task Restart_OfAStatefulSet_IsDoneWhenItsPodIsNew()
    {
        await using var lab = await ActsLab.StartAsync();

        var job = await lab.DoAsync(new ActWish.Restart("StatefulSet", "databases", "redis"));

        Assert.Equal((ActJobPhase.Done, "redis is restarted: 1 pod ready."), (job.Phase, job.Outcome));
    }

    [Fact]
    public async Task Scale_UpAndToNothing_IsDoneWhenThePodsAreThere()
    {
        await using var lab = await ActsLab.StartAsync();

        var up = await lab.DoAsync(new ActWish.Scale("Deployment", "home", "it-tools", 3));
        Assert.Equal((ActJobPhase.Done, "it-tools is scaled to 3: 3 pods ready."), (up.Phase, up.Outcome));
        var down = await lab.DoAsync(new ActWish.Scale("Deployment", "home", "it-tools", 0));

        Assert.Equal((ActJobPhase.Done, "it-tools is scaled to 0: its pods are gone."), (down.Phase, down.Outcome));
        Assert.Empty(Pods(lab, "it-tools"));
    }

    [Fact]
    public async Task RollBack_ToTheRevisionBefore_PutsItsImageInPlace()
    {
        await using var lab = await ActsLab.StartAsync();

        var job = await lab.DoAsync(new ActWish.RollBack("home", "stirling-pdf", 2));

        Assert.Equal((ActJobPhase.Done, "stirling-pdf runs revision 2 again: 1 pod ready."), (job.Phase, job.Outcome));
        var template = lab.Get("apps/v1", "Deployment", "home", "stirling-pdf")["spec"]!["template"]!;
        Assert.Equal("stirlingtools/stirling-pdf:1.4.0", (string?)template["spec"]!["containers"]![0]!["image"]);
        Assert.Null(template["metadata"]!["labels"]!["pod-template-hash"]);
    }

    [Fact]
    public async Task Delete_OfAPod_IsDoneWhenItsReplacementIsReady()
    {
        await using var lab = await ActsLab.StartAsync();
        var pod = Pods(lab, "it-tools").Single();

        var job = await lab.DoAsync(new ActWish.DeletePod("home", pod));

        Assert.Equal(ActJobPhase.Done, job.Phase);
        Assert.Matches($"^{pod} is gone\\. it-tools-\\S+ is ready on node\\d\\.$", job.Outcome);
    }

    [Fact]
    public async Task Evict_ThatABudgetForbidsInTheLastMoment_SaysSoInItsWords()
    {
        await using var lab = await ActsLab.StartAsync();
        var pod = Pods(lab, "it-tools").Single();
        lab.Fail(new FaultMatch { PathContains = "/eviction" }, new FaultEffect.Status(429));

        var job = await lab.DoAsync(new ActWish.EvictPod("home", pod));

        Assert.Equal(ActJobPhase.Failed, job.Phase);
        Assert.Equal([pod], Pods(lab, "it-tools"));
    }

    [Fact]
    public async Task RunNow_OfACronJob_IsDoneWhenItsJobHasAPodThatRuns()
    {
        await using var lab = await ActsLab.StartAsync();
        await PutCronJobAsync(lab);

        var start = await lab.Acts.StartAsync(new ActWish.RunCronJob("home", "tidy"), null, JobWorld.Operator);
        var state = await lab.Until(now => now.Jobs.All.Any(job => job.Metadata.Name.StartsWith("tidy-manual-", StringComparison.Ordinal)));
        var job = state.Jobs.All.Single(job => job.Metadata.Name.StartsWith("tidy-manual-", StringComparison.Ordinal)).Metadata;
        // Who runs Jobs is another part of the lab: this is its pod.
        lab.Lab.KubernetesStore.Put(JsonNode.Parse($$$"""
            {"apiVersion":"v1","kind":"Pod","metadata":{"name":"{{{job.Name}}}-x","namespace":"home","ownerReferences":[{"apiVersion":"batch/v1","kind":"Job","name":"{{{job.Name}}}","uid":"{{{job.Uid}}}","controller":true}]},
             "spec":{"nodeName":"node1","containers":[{"name":"tidy","image":"busybox"}]},"status":{"phase":"Running"}}
            """)!.AsObject());
        await lab.World.Jobs.WaitAsync(start.Id!, CancellationToken.None);

        Assert.Equal(ActJobPhase.Done, lab.World.Live.Current.Value.Find(start.Id!)!.Phase);
        Assert.Equal("tidy", job.Controller()?.Name);
    }

    [Fact]
    public async Task Suspend_AndResume_AreDoneWhenSeen()
    {
        await using var lab = await ActsLab.StartAsync();
        await PutCronJobAsync(lab);

        Assert.Equal("tidy is suspended.", (await lab.DoAsync(new ActWish.SuspendCronJob("home", "tidy", true))).Outcome);
        Assert.True((bool)lab.Get("batch/v1", "CronJob", "home", "tidy")["spec"]!["suspend"]!);
        Assert.Equal("tidy runs again on its schedule (0 4 * * *).", (await lab.DoAsync(new ActWish.SuspendCronJob("home", "tidy", false))).Outcome);
    }

    [Fact]
    public async Task Cordon_AndUncordon_AreDoneWhenSeen()
    {
        await using var lab = await ActsLab.StartAsync();

        Assert.Equal("node2 takes no new pods.", (await lab.DoAsync(new ActWish.CordonNode("node2", true))).Outcome);
        Assert.True((bool)lab.Get("v1", "Node", null, "node2")["spec"]!["unschedulable"]!);
        Assert.Equal("node2 takes pods again.", (await lab.DoAsync(new ActWish.CordonNode("node2", false))).Outcome);
    }

    [Fact]
    public async Task Start_UponAStateThatHasPassed_IsStaleAndDoesNothing()
    {
        await using var lab = await ActsLab.StartAsync();
        var wish = new ActWish.Scale("Deployment", "home", "it-tools", 2);
        var seen = lab.Acts.Plan(wish).Seen! with { Generation = 0 };

        var start = await lab.Acts.StartAsync(wish, seen, JobWorld.Operator);

        Assert.True(start.Outcome.IsStale);
        Assert.Equal(1, (int)lab.Get("apps/v1", "Deployment", "home", "it-tools")["spec"]!["replicas"]!);
        Assert.Empty(await lab.World.AuditAsync());
    }

    [Fact]
    public async Task Start_OfWhatArgoCdPutsBack_IsRefused()
    {
        await using var lab = await ActsLab.StartAsync();

        var start = await lab.Acts.StartAsync(new ActWish.Scale("Deployment", "media", "sonarr", 3), null, JobWorld.Operator);

        Assert.Null(start.Id);
        Assert.StartsWith("Argo CD (sonarr) keeps it as it is written in Git", start.Outcome.Fault, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Start_ByAViewer_IsRefusedForTheRoleWhateverThePlanSays()
    {
        await using var lab = await ActsLab.StartAsync();

        var start = await lab.Acts.StartAsync(new ActWish.Scale("Deployment", "media", "sonarr", 3), null, JobWorld.Viewer);

        Assert.Equal("Only an operator may scale a workload. You are a viewer.", start.Outcome.Refusal?.Message);
    }

    [Fact]
    public async Task Act_ThatThePortalsAccountMayNot_NamesTheRuleItLacks()
    {
        await using var lab = await ActsLab.StartAsync("simulated-read-only");

        var job = await lab.DoAsync(new ActWish.Restart("Deployment", "home", "it-tools"));

        Assert.Equal(ActJobPhase.Failed, job.Phase);
        Assert.Equal("The portal's account may not patch deployments (apps). Give it the role homelab-portal-operator of deploy/kubernetes/rbac.yaml.", job.Outcome);
    }

    [Fact]
    public async Task Act_WhoseAnswerIsLost_SaysThatItMayHaveHappened()
    {
        await using var lab = await ActsLab.StartAsync();
        lab.Fail(new FaultMatch { Verb = "patch", PathContains = "it-tools" }, new FaultEffect.LostResponse());

        var job = await lab.DoAsync(new ActWish.Restart("Deployment", "home", "it-tools"));

        Assert.Equal("The API server did not answer, so it may or may not have happened. Look before you try again.", job.Outcome);
    }

    private static async Task PutCronJobAsync(ActsLab lab)
    {
        lab.Lab.KubernetesStore.Put(JsonNode.Parse("""
            {"apiVersion":"batch/v1","kind":"CronJob","metadata":{"name":"tidy","namespace":"home"},
             "spec":{"schedule":"0 4 * * *","jobTemplate":{"spec":{"template":{"spec":{"restartPolicy":"Never","containers":[{"name":"tidy","image":"busybox"}]}}}}}}
            """)!.AsObject());
        await lab.Until(state => state.CronJobs.Find("home", "tidy") is not null);
    }

    private static List<string> Pods(ActsLab lab, string app) =>
        [.. lab.Lab.KubernetesStore.List("", "pods").Where(pod => (string?)pod["metadata"]!["labels"]?["app.kubernetes.io/name"] == app).Select(pod => (string)pod["metadata"]!["name"]!)];
}
