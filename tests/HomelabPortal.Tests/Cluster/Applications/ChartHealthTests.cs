using HomelabPortal.Cluster;
using HomelabPortal.Cluster.Applications;
using HomelabPortal.Cluster.Health;
using HomelabPortal.Kubernetes;
using HomelabPortal.Ui.State;
using static HomelabPortal.Tests.Cluster.Objects;

namespace HomelabPortal.Tests.Cluster.Applications;

public sealed class ChartHealthTests
{
    [Theory]
    [InlineData("Complete", 0, HealthState.Healthy)]
    [InlineData("Failed", 1, HealthState.Broken)]
    [InlineData("Suspended", 0, HealthState.Off)]
    [InlineData("", 0, HealthState.Progressing)]
    [InlineData("", 2, HealthState.Degraded)]
    public void Chart_WithAJob_IsAsTheJobIs(string condition, int failures, HealthState expected)
    {
        var job = new Job { Metadata = Meta("helm-install-nfd", "kube-system"), Status = new JobStatus { Failed = failures, Conditions = condition.Length == 0 ? [] : [new Condition { Type = condition, Status = "True" }] } };

        Assert.Equal(expected, ChartHealth.Judge(Chart(), new ClusterState { Jobs = Kind(job) }).State);
    }

    [Fact]
    public void Chart_WhoseJobIsGone_IsInstalledOnlyWhileJobsAreKnown()
    {
        Assert.Equal(HealthState.Healthy, ChartHealth.Judge(Chart(), new ClusterState { Jobs = Kind<Job>() }).State);
        Assert.Equal(HealthState.Unknown, ChartHealth.Judge(Chart(), new ClusterState()).State);
    }

    [Fact]
    public void Chart_ThatFailed_IsAProblemWithItsMessage()
    {
        var chart = Chart() with { Status = new HelmChartStatus { JobName = "helm-install-nfd", Conditions = [new Condition { Type = "Failed", Status = "True", Message = "another operation is in progress" }] } };

        var problem = Assert.Single(ClusterProblems.Find(new ClusterState { IsConnected = true, HelmCharts = Kind(chart) }.WithRows(), Now));

        Assert.Equal(("Chart nfd could not be installed", "another operation is in progress.", "/cluster/applications/charts/kube-system/nfd"), (problem.Title, problem.Sentence, problem.Link));
    }

    [Fact]
    public void Chart_WithAPodOfItsJob_FindsTheNewest()
    {
        var pods = Kind(JobPod("old", -9), JobPod("new", -1), Pod("web", Running()));

        Assert.Equal("new", ChartHealth.PodOf(Chart(), new ClusterState { Pods = pods })?.Metadata.Name);
    }

    private static HelmChart Chart() => new() { Metadata = Meta("nfd", "kube-system"), Status = new HelmChartStatus { JobName = "helm-install-nfd" } };

    private static Pod JobPod(string name, int days) => new()
    {
        Metadata = Meta(name, "kube-system") with { CreationTimestamp = Now.AddDays(days), OwnerReferences = [new OwnerReference { Kind = "Job", Name = "helm-install-nfd", Controller = true }] },
    };
}
