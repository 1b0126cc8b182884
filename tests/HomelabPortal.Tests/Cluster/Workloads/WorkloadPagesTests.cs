using Bunit;
using HomelabPortal.Cluster;
using HomelabPortal.Cluster.Acts.Rights;
using HomelabPortal.Cluster.Namespaces;
using HomelabPortal.Cluster.Workloads;
using HomelabPortal.Kubernetes;
using HomelabPortal.Platform;
using HomelabPortal.Tests.Ui;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using static HomelabPortal.Tests.Cluster.Objects;

namespace HomelabPortal.Tests.Cluster.Workloads;

public sealed class WorkloadPagesTests : IDisposable
{
    private readonly UiContext _page = new();
    private readonly Live<ClusterState> _live;

    public WorkloadPagesTests()
    {
        _live = new Live<ClusterState>(ClusterState.Connecting, _page.Clock);
        _page.Services.AddSingleton(_live);
        _page.Services.AddSingleton(new Live<OwnRights>(OwnRights.Unknown, _page.Clock));
        _page.SetRendererInfo(new RendererInfo("Server", true));
    }

    public void Dispose() => _page.Dispose();

    [Fact]
    public void WorkloadsPage_OfAllKinds_LeavesRunsToTheirCronJob()
    {
        Show(State());

        var rows = _page.Render<WorkloadsPage>().FindAll("tbody tr").Select(row => row.TextContent).ToList();

        Assert.Equal(2, rows.Count);
        Assert.Contains("every day at 03:15", rows[0]);
        Assert.Contains("1/2", rows[1]);
        Assert.Contains("app:1.0", rows[1]);
    }

    [Fact]
    public void WorkloadsPage_KindInTheAddress_ShowsThatKind()
    {
        Show(State());
        _page.Services.GetRequiredService<NavigationManager>().NavigateTo("/cluster/workloads?kind=jobs");

        Assert.Contains("backup-1", Assert.Single(_page.Render<WorkloadsPage>().FindAll("tbody tr")).TextContent);
    }

    [Fact]
    public void WorkloadsPage_KindThatMayNotBeRead_NamesTheRule()
    {
        Show(State() with { Jobs = ClusterKind<Job>.Syncing with { Status = new SourceStatus(SourcePhase.Forbidden) { MissingRule = new("batch", "jobs", "get, list, watch") } } });
        _page.Services.GetRequiredService<NavigationManager>().NavigateTo("/cluster/workloads?kind=jobs");

        Assert.Contains("resources: [jobs]", _page.Render<WorkloadsPage>().Markup);
    }

    [Fact]
    public void DeploymentPage_HasItsPodsRevisionsAndNeighbours()
    {
        Show(State());

        var page = Page("deployments", "web");

        Assert.Contains("1 of 2 replicas available.", page.Find(".page-head").TextContent);
        var tables = page.FindAll("table.data-table");
        Assert.Contains("web-7d9f-x", Assert.Single(tables[0].QuerySelectorAll("tbody tr")).TextContent);
        Assert.Equal(["4", "3"], tables[1].QuerySelectorAll("tbody tr").Select(row => row.QuerySelector("td")!.TextContent.Trim()[..1]));
        Assert.Contains("web keeps at least 1: none may go now", page.Markup);
        Assert.Equal("/cluster/services/media/web", page.Find("a[href^='/cluster/services']").GetAttribute("href"));
    }

    [Fact]
    public void CronJobPage_SaysWhenItRunsNextAndHowItRanLast()
    {
        Show(State());

        var page = Page("cronjobs", "backup");

        Assert.Contains("every day at 03:15", page.Markup);
        Assert.Contains("Sun 22 Nov 03:15", page.Markup);
        Assert.Equal("/cluster/workloads/jobs/media/backup-1", page.Find("a.row-link").GetAttribute("href"));
    }

    [Fact]
    public void WorkloadPage_OneThatIsGone_SaysSo()
    {
        Show(State());

        Assert.Contains("This StatefulSet is not there", Page("statefulsets", "db").Markup);
        Assert.Contains("There is no such kind of workload", Page("toasters", "db").Markup);
    }

    [Fact]
    public void NamespacePage_SaysWhatIsolatesAndLimitsIt()
    {
        Show(State());

        var page = _page.Render<NamespacePage>(parameters => parameters.Add(ns => ns.Name, "media"));

        Assert.Contains("Open to everybody", page.Markup);
        Assert.Contains("1 of 4", page.Find("[role=meter]").TextContent);
        Assert.Contains("web-7d9f-x", page.Markup);
    }

    private IRenderedComponent<WorkloadPage> Page(string plural, string name) =>
        _page.Render<WorkloadPage>(parameters => parameters.Add(page => page.Plural, plural).Add(page => page.Namespace, "media").Add(page => page.Name, name));

    private void Show(ClusterState state)
    {
        state = state.WithRows();
        var workloads = new WorkloadTable();
        workloads.Update(state, Now);
        _live.Publish(state with { WorkloadRows = workloads.Rows });
    }

    private static ClusterState State()
    {
        var template = new PodTemplate { Metadata = Meta("", "", ("app", "web")), Spec = new PodTemplateSpec { Containers = [new Container { Name = "app", Image = "ghcr.io/example/app:1.0" }] } };
        var web = new LabelSelector { MatchLabels = CompactMap<string>.From([new("app", "web")]) };
        var pod = Pod("web-7d9f-x", Running());
        return new ClusterState
        {
            IsConnected = true,
            Namespaces = Kind(new Namespace { Metadata = Meta("media", "") , Status = new NamespaceStatus { Phase = "Active" } }),
            Deployments = Kind(new Deployment { Metadata = Meta("web"), Spec = new DeploymentSpec { Replicas = 2, Selector = web, Template = template }, Status = new DeploymentStatus { Replicas = 2, UpdatedReplicas = 2, ReadyReplicas = 1, AvailableReplicas = 1, Conditions = [new Condition { Type = "Progressing", Status = "True", Reason = "NewReplicaSetAvailable" }] } }),
            ReplicaSets = Kind(Revision("web-5c4b", "3"), Revision("web-7d9f", "4")),
            Pods = Kind(pod with { Metadata = pod.Metadata with { OwnerReferences = [new OwnerReference { Kind = "ReplicaSet", Name = "web-7d9f", Controller = true }] } }, Pod("other", Running())),
            DisruptionBudgets = Kind(new PodDisruptionBudget { Metadata = Meta("web"), Spec = new PodDisruptionBudgetSpec { MinAvailable = 1, Selector = web } }),
            Services = Kind(new Service { Metadata = Meta("web"), Spec = new ServiceSpec { Selector = web.MatchLabels } }),
            Quotas = Kind(new ResourceQuota { Metadata = Meta("limits"), Status = new ResourceQuotaStatus { Hard = CompactMap<Quantity>.From([new("pods", Quantity.Parse("4"))]), Used = CompactMap<Quantity>.From([new("pods", Quantity.Parse("1"))]) } }),
            StatefulSets = Kind<StatefulSet>(), DaemonSets = Kind<DaemonSet>(), NetworkPolicies = Kind<NetworkPolicy>(),
            CronJobs = Kind(new CronJob { Metadata = Meta("backup"), Spec = new CronJobSpec { Schedule = "15 3 * * *", TimeZone = "Europe/Berlin" }, Status = new CronJobStatus { LastScheduleTime = DateTimeOffset.Parse("2026-11-21T02:15:00Z") } }),
            Jobs = Kind(new Job { Metadata = Meta("backup-1") with { OwnerReferences = [new OwnerReference { Kind = "CronJob", Name = "backup", Controller = true }] }, Status = new JobStatus { Succeeded = 1, Conditions = [new Condition { Type = "Complete", Status = "True" }] } }),
        };

        ReplicaSet Revision(string name, string number) => new()
        {
            Metadata = Meta(name) with
            {
                Annotations = CompactMap<string>.From([new("deployment.kubernetes.io/revision", number)]),
                OwnerReferences = [new OwnerReference { Kind = "Deployment", Name = "web", Controller = true }],
            },
            Spec = new ReplicaSetSpec { Template = template },
        };
    }
}
