using HomelabPortal.Cluster;
using HomelabPortal.Cluster.Applications;
using HomelabPortal.Cluster.Health;
using HomelabPortal.Kubernetes;
using HomelabPortal.Ui.State;
using static HomelabPortal.Tests.Cluster.Objects;

namespace HomelabPortal.Tests.Cluster.Applications;

public sealed class ApplicationHealthTests
{
    [Theory]
    [InlineData("Synced", "Healthy", "Succeeded", HealthState.Healthy, false)]
    [InlineData("Synced", "Degraded", "Succeeded", HealthState.Degraded, true)]
    [InlineData("Synced", "Progressing", "Succeeded", HealthState.Progressing, false)]
    [InlineData("Synced", "Suspended", "Succeeded", HealthState.Off, false)]
    [InlineData("OutOfSync", "Missing", "Succeeded", HealthState.Broken, true)]
    [InlineData("OutOfSync", "Healthy", "Failed", HealthState.Broken, true)]
    [InlineData("OutOfSync", "Healthy", "Error", HealthState.Broken, true)]
    [InlineData("Synced", "Healthy", "Failed", HealthState.Healthy, false)]
    [InlineData("OutOfSync", "Healthy", "Running", HealthState.Progressing, false)]
    [InlineData("Unknown", "Healthy", "Succeeded", HealthState.Unknown, true)]
    [InlineData("", "", "", HealthState.Progressing, false)]
    [InlineData("Synced", "", "Succeeded", HealthState.Unknown, true)]
    public void Application_SyncHealthAndOperation_Decide(string sync, string health, string phase, HealthState expected, bool needsSomeone)
    {
        var verdict = ApplicationHealth.Judge(Application(sync, health, phase), Now);

        Assert.Equal((expected, needsSomeone), (verdict.State, verdict.NeedsSomeone));
    }

    [Theory]
    [InlineData(null, -1, HealthState.Degraded, false, "Not as its source says: Deployment web. It is synced by hand.")]
    [InlineData(true, -1, HealthState.Progressing, false, "Not as its source says: Deployment web. Argo CD will sync it.")]
    [InlineData(true, -30, HealthState.Degraded, true, "Not as its source says: Deployment web. Argo CD should have put it right.")]
    [InlineData(false, -30, HealthState.Degraded, false, "Not as its source says: Deployment web. Argo CD leaves it until the next commit, for self-heal is off.")]
    public void OutOfSync_Application_IsJudgedByWhatArgoDoesByItself(bool? selfHeal, int minutes, HealthState expected, bool needsSomeone, string sentence)
    {
        var application = Application("OutOfSync", "Healthy", "Succeeded", selfHeal, minutes, new ArgoResource { Kind = "Deployment", Name = "web", Status = "OutOfSync" });

        var verdict = ApplicationHealth.Judge(application, Now);

        Assert.Equal((expected, needsSomeone, sentence), (verdict.State, verdict.NeedsSomeone, verdict.Sentence));
    }

    [Fact]
    public void FailedSync_OfAnApplication_SaysWhatArgoSaid()
    {
        var application = Application("OutOfSync", "Healthy", "Failed");
        application = application with { Status = application.Status with { OperationState = application.Status.OperationState! with { Message = "one or more objects failed to apply" } } };

        Assert.Equal(("Sync failed", "one or more objects failed to apply."), (ApplicationHealth.Judge(application, Now).Word, ApplicationHealth.Judge(application, Now).Sentence));
    }

    [Fact]
    public void Degraded_Application_IsToldOnceWhenItsPodsTellAlready()
    {
        var degraded = Application("Synced", "Degraded", "Succeeded");
        var owner = new Deployment { Metadata = Meta("jellyseerr", "media", ("argocd.argoproj.io/instance", "web")), Spec = new DeploymentSpec { Replicas = 1 }, Status = new DeploymentStatus { Replicas = 1, UpdatedReplicas = 1 } };
        var set = new ReplicaSet { Metadata = Meta("jellyseerr-7d9f") with { OwnerReferences = [new OwnerReference { Kind = "Deployment", Name = "jellyseerr", Controller = true }] } };
        var calm = new ClusterState { IsConnected = true, Nodes = Kind(Node("node1")), Applications = Kind(degraded) };
        var crashing = calm with { Deployments = Kind(owner), ReplicaSets = Kind(set), Pods = Kind(CrashLooping("jellyseerr-7d9f-a", "jellyseerr-7d9f")) };

        Assert.Equal("Application web is degraded", Assert.Single(ClusterProblems.Find(calm.WithRows(), Now)).Title);
        Assert.Equal("jellyseerr keeps crashing", Assert.Single(ClusterProblems.Find(crashing.WithRows(), Now)).Title);
    }

    [Theory]
    [InlineData("https://gitea.cowlab.org/lab/homelab.git", "lab/homelab")]
    [InlineData("https://charts.example.org", "charts.example.org")]
    [InlineData("git@gitea.cowlab.org:lab/homelab.git", "git@gitea.cowlab.org:lab/homelab")]
    public void Repository_InShort_IsWhatTellsItApart(string address, string expected) => Assert.Equal(expected, new ApplicationSource(address, "", "").ShortRepository);

    private static ArgoApplication Application(string sync, string health, string phase, bool? selfHeal = true, int finishedMinutes = -30, params ArgoResource[] resources) => new()
    {
        Metadata = Meta("web", "argocd"),
        Spec = new ArgoApplicationSpec { SyncPolicy = new ArgoSyncPolicy { Automated = selfHeal is { } heals ? new ArgoAutomation { SelfHeal = heals } : null } },
        Status = new ArgoApplicationStatus
        {
            Sync = new ArgoState { Status = sync }, Health = new ArgoState { Status = health }, Resources = resources,
            OperationState = phase.Length == 0 ? null : new ArgoOperation { Phase = phase, FinishedAt = Now.AddMinutes(finishedMinutes) },
        },
    };
}
