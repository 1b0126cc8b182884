using Bunit;
using HomelabPortal.Cluster;
using HomelabPortal.Cluster.Applications;
using HomelabPortal.Cluster.Certificates;
using HomelabPortal.Cluster.Events;
using HomelabPortal.Cluster.Objects;
using HomelabPortal.Kubernetes;
using HomelabPortal.Platform;
using HomelabPortal.Tests.Ui;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using static HomelabPortal.Tests.Cluster.Objects;

namespace HomelabPortal.Tests.Cluster;

public sealed class OtherKindPagesTests : IDisposable
{
    private static readonly SourceStatus _forbidden = new(SourcePhase.Forbidden, null, "forbidden") { MissingRule = RbacRule.ToRead(ResourceTypes.Certificates) };
    private readonly UiContext _page = new();
    private readonly Live<ClusterState> _live;

    public OtherKindPagesTests()
    {
        _live = new Live<ClusterState>(ClusterState.Connecting, _page.Clock);
        _page.Services.AddSingleton(_live);
    }

    public void Dispose() => _page.Dispose();

    [Fact]
    public void Certificates_WithoutCertManager_SaySo()
    {
        Show(new ClusterState { IsConnected = true, Certificates = new([], SourceStatus.NotInstalled) });

        var page = _page.Render<CertificatesPage>();

        Assert.Contains("This cluster has no certificates", page.Markup);
        Assert.Contains("cert-manager, which makes and renews them, is not installed.", page.Markup);
    }

    [Fact]
    public void Certificates_PortalMayNotRead_ShowTheMissingRule()
    {
        Show(new ClusterState { IsConnected = true, Certificates = new([], _forbidden) });

        Assert.Contains("resources: [certificates]", _page.Render<CertificatesPage>().Find("pre").TextContent);
    }

    [Fact]
    public void Certificates_OfTheLab_LinkToTheirPages()
    {
        Show(new ClusterState { IsConnected = true, Certificates = Kind(Certificate()) });

        var page = _page.Render<CertificatesPage>();

        Assert.Contains("5 days left", page.Find("tbody").TextContent);
        Assert.Equal("/cluster/certificates/media/web", page.Find("a.row-link").GetAttribute("href"));
    }

    [Fact]
    public void Certificate_ThatCannotBeRenewed_SaysWhatToDo()
    {
        Show(new ClusterState { IsConnected = true, Certificates = Kind(Certificate()) });

        var page = _page.Render<CertificatePage>(parameters => parameters.Add(item => item.Namespace, "media").Add(item => item.Name, "web"));

        Assert.Contains("Issuer letsencrypt refuses it.", page.Find("[aria-label='What to do']").TextContent);
    }

    [Fact]
    public void Applications_NeitherArgoNorK3s_AreTwoCardsThatSaySo()
    {
        Show(new ClusterState { IsConnected = true, Applications = new([], SourceStatus.NotInstalled), HelmCharts = new([], SourceStatus.NotInstalled) });

        var page = _page.Render<ApplicationsPage>();

        Assert.Contains("This cluster has no Argo CD applications", page.Markup);
        Assert.Contains("This cluster has no k3s HelmCharts", page.Markup);
    }

    [Fact]
    public void Application_OutOfSync_ShowsWhatDiffersFirst()
    {
        var application = new ArgoApplication
        {
            Metadata = Meta("lidarr", "argocd"),
            Spec = new ArgoApplicationSpec { Source = new ArgoSource { RepoUrl = "https://gitea.cowlab.org/lab/homelab.git", Path = "apps/lidarr" }, SyncPolicy = new ArgoSyncPolicy { Automated = new ArgoAutomation() } },
            Status = new ArgoApplicationStatus
            {
                Sync = new ArgoState { Status = "OutOfSync" }, Health = new ArgoState { Status = "Healthy" },
                Resources = [new ArgoResource { Kind = "Service", Name = "lidarr", Namespace = "media", Status = "Synced" }, new ArgoResource { Group = "apps", Kind = "Deployment", Name = "lidarr", Namespace = "media", Status = "OutOfSync" }],
                OperationState = new ArgoOperation { Phase = "Succeeded", Message = "successfully synced", FinishedAt = Now.AddDays(-1) },
            },
        };
        Show(new ClusterState { IsConnected = true, Applications = Kind(application) });

        var page = _page.Render<ApplicationPage>(parameters => parameters.Add(item => item.Namespace, "argocd").Add(item => item.Name, "lidarr"));

        Assert.Contains("Out of sync", page.Find(".page-head").TextContent);
        Assert.Contains("Deployment", page.FindAll("tbody tr")[0].TextContent);
        Assert.Equal("/cluster/workloads/deployments/media/lidarr", page.Find("a.row-link").GetAttribute("href"));
        Assert.Contains("off: changes by hand stay", page.Markup);
    }

    [Fact]
    public void Events_Overall_ShowWarningsFirstAndLinkToTheirObjects()
    {
        Show(new ClusterState { IsConnected = true, Warnings = Kind(Warning("web", "media"), Warning("db", "home")) });

        var page = _page.Render<EventsPage>();

        Assert.Equal(2, page.FindAll("tbody tr").Count);
        Assert.Contains(page.FindAll("tbody a"), link => link.GetAttribute("href") == "/cluster/pods/media/web");
        Assert.Contains("Warnings are followed as they happen.", page.Markup);
        page.FindAll("select")[0].Change("home");
        Assert.EndsWith("?namespace=home", _page.Services.GetRequiredService<NavigationManager>().Uri);
        page.WaitForAssertion(() => Assert.Contains("db", Assert.Single(page.FindAll("tbody tr")).TextContent));
    }

    [Fact]
    public void ObjectEvents_WhileNormalOnesCannotBeRead_KeepTheWarningsAndSayWhy()
    {
        var state = new ClusterState { IsConnected = true, Warnings = Kind(Warning("web", "media")) };
        Show(state);

        var events = _page.Render<ObjectEvents>(parameters => parameters.Add(card => card.Kind, "Pod").Add(card => card.Item, Meta("web")).Add(card => card.Live, _live.Current));

        events.WaitForAssertion(() => Assert.Contains("No cluster is connected.", events.Markup));
        Assert.Contains("BackOff", events.Find("li").TextContent);
    }

    private static Event Warning(string name, string ns) => new()
    {
        Metadata = Meta($"{name}.1", ns), Type = "Warning", Reason = "BackOff", Message = "Back-off restarting failed container", Count = 3, LastTimestamp = Now,
        InvolvedObject = new ObjectReference { Kind = "Pod", Namespace = ns, Name = name, Uid = $"{ns}/{name}" },
    };

    private Certificate Certificate() => new()
    {
        Metadata = Meta("web"), Spec = new CertificateSpec { SecretName = "web-tls", DnsNames = ["web.cowlab.org"], IssuerRef = new IssuerReference { Name = "letsencrypt" } },
        Status = new CertificateStatus { NotAfter = _page.Clock.GetUtcNow().AddDays(5.5), RenewalTime = _page.Clock.GetUtcNow().AddDays(-20), FailedIssuanceAttempts = 2 },
    };

    private void Show(ClusterState state) => _live.Publish(state.WithRows());
}
