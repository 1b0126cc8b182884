using HomelabPortal.Desired;
using HomelabPortal.Gpu;
using HomelabPortal.Gpu.Telemetry;
using HomelabPortal.Hostnames.Table;
using HomelabPortal.Hostnames.Table.Guards;
using HomelabPortal.Hostnames.Table.Remedies;
using HomelabPortal.Hostnames.Watching;
using HomelabPortal.Overview.Problems;
using HomelabPortal.Reconcile;
using HomelabPortal.Ui.State;
using static HomelabPortal.Tests.Cluster.Objects;

namespace HomelabPortal.Tests.Overview.Problems;

public sealed class LabProblemsTests
{
    [Fact]
    public void Lab_ThatIsCalm_HasNone() => Assert.Empty(LabProblems.Find(ProblemWorld.Calm));

    [Fact]
    public void Route_ThatOnlyFollowsFromItsPods_IsToldWithThem()
    {
        var problem = Assert.Single(LabProblems.Find(ProblemWorld.Crashing()));

        Assert.Equal(ProblemWorld.Pod, problem.Link);
        Assert.EndsWith(" wishes.cowlab.org leads nowhere meanwhile.", problem.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void Route_ToOtherPods_StaysAProblemOfItsOwn() =>
        Assert.Contains(LabProblems.Find(ProblemWorld.Crashing("another")), problem => problem.Link == ProblemWorld.Route);

    [Fact]
    public void CrashingPod_OffersItsTraceItsLogsAndTheRestartOfItsDeployment() =>
        Assert.Equal(
            [("Trace", "/trace/wishes.cowlab.org", false), ("Logs", $"{ProblemWorld.Pod}?tab=logs", false), ("Restart jellyseerr", "/cluster/workloads/deployments/media/jellyseerr?ask=restart", true)],
            LabProblems.Find(ProblemWorld.Crashing()).Single().Steps.Select(step => (step.Text, step.Href, step.IsAct)));

    [Fact]
    public void HostnameOfThePortals_OffersTheRemedyTheTraceAndToTakeItOffTheInternet()
    {
        var row = new HostnameRow("tv.cowlab.org", HostnameClass.DanglingCname, "Its tunnel is gone.", HealthState.Broken, HostReach.Internet, new HostLogin(LoginKind.None, "None"))
        {
            ExposureId = "ex1", Mendings = [new Mending(MendKind.SeeRecord, "Look at the record", "/dns/cowlab.org/r1")],
        };
        var scene = ProblemWorld.Calm with { Hostnames = new HostnameState([row], []), Desired = new DesiredState { Exposures = [Tunnelled("ex1", "tv.cowlab.org")] } };

        Assert.Equal(
            ["/dns/cowlab.org/r1", "/trace/tv.cowlab.org", "/exposures/ex1?ask=withdraw"],
            LabProblems.Find(scene).Single(problem => problem.Link == row.Href).Steps.Select(step => step.Href));
    }

    [Fact]
    public void HostnameOfOthers_IsNotOfferedToBeTakenOffTheInternet()
    {
        var row = new HostnameRow("laser.cowlab.org", HostnameClass.ExposedNotDeclared, "Nobody declared it.", HealthState.Broken, HostReach.Internet, new HostLogin(LoginKind.None, "None"));

        Assert.DoesNotContain(LabProblems.Find(ProblemWorld.Calm with { Hostnames = new HostnameState([row], []) }).Single().Steps, step => step.IsAct);
    }

    [Fact]
    public void Machine_OutOfSight_IsUnknownAndSaysNothingOfItsContainers()
    {
        var host = new DockerHostState("gpu-box", null, [new DockerContainer("c1", "vllm", "vllm", "restarting", "Restarting (1) 2 seconds ago", [])], Now.AddMinutes(-4), "It does not answer.");

        var problem = Assert.Single(LabProblems.Find(ProblemWorld.Calm with { Docker = new DockerState([host]) }));

        Assert.Equal((HealthState.Unknown, "gpu-box cannot be seen", "It does not answer."), (problem.State, problem.Title, problem.Sentence));
    }

    [Theory]
    [InlineData("restarting", "Restarting (1) 2 seconds ago", "vllm on gpu-box keeps restarting")]
    [InlineData("running", "Up 2 hours (unhealthy)", "vllm on gpu-box fails its health check")]
    [InlineData("exited", "Exited (137) 2 hours ago", null)]
    [InlineData("running", "Up 2 hours", null)]
    public void Container_ThatFailsByItself_IsListed(string state, string status, string? title)
    {
        var host = new DockerHostState("gpu-box", null, [new DockerContainer("c1", "vllm", "vllm", state, status, [])], Now, null);

        Assert.Equal(title, LabProblems.Find(ProblemWorld.Calm with { Docker = new DockerState([host]) }).SingleOrDefault()?.Title);
    }

    [Fact]
    public void Container_ThatLostItsGpu_LeadsToItsPage()
    {
        var host = GpuHostState.Unknown("gpu-box") with { LostIn = ["whisper"] };

        var problem = Assert.Single(LabProblems.Find(ProblemWorld.Calm with { Gpus = new GpuState([host]) }));

        Assert.Equal((HealthState.Degraded, "whisper has lost its GPU", "/gpu/hosts/gpu-box/containers/whisper"), (problem.State, problem.Title, problem.Link));
    }

    [Fact]
    public void Exposure_ThatCannotBeMade_SaysWhyAndLeadsToItsTrace()
    {
        var exposure = Tunnelled("ex1", "tv.cowlab.org");
        var desired = new DesiredState { Exposures = [exposure] };
        var owner = new OwnerStatus("ex1", OwnerPhase.Refused, [new StepStatus(new ResourceKey("dns", "Record", "tv.cowlab.org"), ChangeStage.BuildDns, OwnerPhase.Refused, "The name belongs to external-dns.")], null);
        var scene = ProblemWorld.Calm with { Desired = desired, Reconcile = ReconcileStatus.NotStarted with { Judged = desired, Owners = ReconcileStatus.NotStarted.Owners.Add("ex1", owner) } };

        var problem = Assert.Single(LabProblems.Find(scene));

        Assert.Equal((HealthState.Broken, "tv.cowlab.org: refused", "The name belongs to external-dns."), (problem.State, problem.Title, problem.Sentence));
        Assert.Equal(["Trace", "Take off the Internet", "Exposure"], problem.Steps.Select(step => step.Text));
    }

    private static Exposure Tunnelled(string id, string host) => new() { Id = id, Hostname = Hostname.Parse(host), Backend = new KubernetesBackend("media", "tv", "http"), Visibility = Visibility.Tunnel };
}
