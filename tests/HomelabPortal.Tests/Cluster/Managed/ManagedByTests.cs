using HomelabPortal.Cluster;
using HomelabPortal.Cluster.Objects;
using HomelabPortal.Kubernetes;
using static HomelabPortal.Tests.Cluster.Objects;

namespace HomelabPortal.Tests.Cluster.Managed;

public sealed class ManagedByTests
{
    private const string Gvk = "objectset.rio.cattle.io/owner-gvk";
    private const string OwnerName = "objectset.rio.cattle.io/owner-name";

    private static readonly ClusterState _lab = new()
    {
        IsConnected = true,
        Applications = Kind(Application("media", selfHeal: true), Application("home", selfHeal: false)),
        HelmCharts = Kind(new HelmChart { Metadata = Meta("nfd", "kube-system"), Spec = new HelmChartSpec { TargetNamespace = "features" } }),
    };

    [Fact]
    public void Object_WithoutAnyMark_IsKeptByNobody() => Assert.Null(ManagedBy.Of(Meta("web"), _lab));

    [Theory]
    [InlineData("argocd.argoproj.io/tracking-id", "media:apps/Deployment:media/web", "Argo CD (media)", true)]
    [InlineData("argocd.argoproj.io/tracking-id", "home:apps/Deployment:media/web", "Argo CD (home)", false)]
    [InlineData("argocd.argoproj.io/tracking-id", "argocd_home:apps/Deployment:media/web", "Argo CD (argocd_home)", false)]
    [InlineData("argocd.argoproj.io/tracking-id", "stranger:apps/Deployment:media/web", "Argo CD (stranger)", true)]
    [InlineData("meta.helm.sh/release-name", "grafana", "Helm (grafana)", false)]
    [InlineData("meta.helm.sh/release-name", "nfd", "k3s HelmChart (nfd)", false)]
    public void Annotation_OfATool_NamesItAndWhetherItReverts(string key, string value, string words, bool reverts) =>
        AssertKept(Annotated((key, value)), words, reverts);

    [Theory]
    [InlineData("app.kubernetes.io/managed-by", "homelab-portal", "HomelabPortal", true)]
    [InlineData("app.kubernetes.io/managed-by", "Helm", "Helm", false)]
    [InlineData("app.kubernetes.io/managed-by", "", null, false)]
    [InlineData("argocd.argoproj.io/instance", "media", "Argo CD (media)", true)]
    [InlineData("app.kubernetes.io/instance", "media", "Argo CD (media)", true)]
    [InlineData("app.kubernetes.io/instance", "unknown", null, false)]
    [InlineData("kustomize.toolkit.fluxcd.io/name", "apps", "Flux (apps)", true)]
    [InlineData("helm.toolkit.fluxcd.io/name", "grafana", "Flux (grafana)", true)]
    public void Label_OfATool_NamesItAndWhetherItReverts(string key, string value, string? words, bool reverts) =>
        AssertKept(Meta("web", "media", (key, value)), words, reverts);

    [Theory]
    [InlineData("helm.cattle.io/v1, Kind=HelmChart", "nfd", "k3s HelmChart (nfd)", false)]
    [InlineData("k3s.cattle.io/v1, Kind=Addon", "coredns", "k3s add-on (coredns)", true)]
    [InlineData("example.com/v1, Kind=Other", "x", null, false)]
    public void ObjectSet_OfK3s_NamesItsOwner(string gvk, string name, string? words, bool reverts) =>
        AssertKept(Annotated((Gvk, gvk), (OwnerName, name)), words, reverts);

    [Fact]
    public void HelmRelease_InAnotherNamespaceThanTheChart_IsPlainHelm() =>
        AssertKept(Annotated(("meta.helm.sh/release-name", "nfd"), ("meta.helm.sh/release-namespace", "elsewhere")), "Helm (nfd)", false);

    [Fact]
    public void ArgoCd_RenderingAHelmChart_ComesBeforeHelm() =>
        AssertKept(Annotated(("argocd.argoproj.io/tracking-id", "media:apps/Deployment:media/web"), ("meta.helm.sh/release-name", "web")), "Argo CD (media)", true);

    [Fact]
    public void Pod_OfADeployment_IsKeptByWhatKeepsThat()
    {
        var deployment = new Deployment { Metadata = Annotated(("argocd.argoproj.io/tracking-id", "media:apps/Deployment:media/web")) };
        var set = new ReplicaSet { Metadata = Owned(Meta("web-7d9f"), "Deployment", "web") };
        var state = _lab with { Deployments = Kind(deployment), ReplicaSets = Kind(set) };

        Assert.Equal("Argo CD (media)", ManagedBy.Of(Owned(Meta("web-7d9f-a"), "ReplicaSet", "web-7d9f"), state)?.Words);
    }

    [Fact]
    public void Owners_ThatOwnEachOther_ComeToAnEnd()
    {
        var (left, right) = (new Job { Metadata = Owned(Meta("a"), "Job", "b") }, new Job { Metadata = Owned(Meta("b"), "Job", "a") });

        Assert.Null(ManagedBy.Of(left.Metadata, _lab with { Jobs = Kind(left, right) }));
    }

    [Theory]
    [InlineData("Argo CD", "a b", "/cluster/applications?q=a%20b")]
    [InlineData("k3s HelmChart", "nfd", "/cluster/applications?q=nfd")]
    [InlineData("Helm", "grafana", null)]
    [InlineData("Argo CD", "", null)]
    public void Manager_OfEachTool_LinksWhereMoreIsSaid(string tool, string name, string? href) => Assert.Equal(href, new ObjectManager(tool, name, true).Href);

    private static void AssertKept(ObjectMeta item, string? words, bool reverts)
    {
        var manager = ManagedBy.Of(item, _lab);

        Assert.Equal(words, manager?.Words);
        Assert.Equal(reverts, manager?.Reverts ?? false);
    }

    private static ObjectMeta Annotated(params (string Key, string Value)[] annotations) =>
        Meta("web") with { Annotations = CompactMap<string>.From(annotations.Select(entry => KeyValuePair.Create(entry.Key, entry.Value))) };

    private static ObjectMeta Owned(ObjectMeta item, string kind, string name) => item with { OwnerReferences = [new OwnerReference { Kind = kind, Name = name, Controller = true }] };

    private static ArgoApplication Application(string name, bool selfHeal) => new()
    {
        Metadata = Meta(name, "argocd"), Spec = new ArgoApplicationSpec { SyncPolicy = new ArgoSyncPolicy { Automated = new ArgoAutomation { SelfHeal = selfHeal } } },
    };
}
