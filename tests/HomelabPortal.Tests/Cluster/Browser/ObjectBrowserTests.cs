using HomelabPortal.Cluster.Objects.Browser;
using HomelabPortal.Cluster.Objects.OnDemand;
using HomelabPortal.Kubernetes;

namespace HomelabPortal.Tests.Cluster.Browser;

public sealed class ObjectBrowserTests
{
    [Fact]
    public void Kinds_ServedInSeveralVersions_AreListedOnceInTheFirst()
    {
        var discovery = new ApiDiscovery(
        [
            new ApiGroupVersion("", "v1", [Resource("pods", "Pod"), Resource("bindings", "Binding", "create")]),
            new ApiGroupVersion("batch", "v1", [Resource("cronjobs", "CronJob")]),
            new ApiGroupVersion("batch", "v1beta1", [Resource("cronjobs", "CronJob"), Resource("olds", "Old", "get")]),
            new ApiGroupVersion("metrics.k8s.io", "v1beta1", [], "It is down."),
        ]);

        var kinds = KindChoice.Of(discovery, DateTimeOffset.UnixEpoch);

        Assert.Equal([("CronJob", "v1", "cronjobs.batch", true), ("Old", "v1beta1", "olds.batch", false), ("Pod", "v1", "pods", true)], kinds.Kinds.Select(kind => (kind.Kind, kind.Version, kind.Resource, kind.CanList)));
        Assert.Equal("metrics.k8s.io/v1beta1", Assert.Single(kinds.Unknown));
        Assert.Equal("cronjobs", kinds.Find("cronjobs.batch")!.Type.Plural);
    }

    [Fact]
    public async Task Catalogue_OfTheLab_FindsBuiltInAndCustomKinds()
    {
        await using var lab = await OnDemandLab.StartAsync();
        var catalogue = lab.Kinds;

        Assert.Equal("IngressRoute", (await catalogue.FindAsync("ingressroutes.traefik.io", CancellationToken.None)).Value?.Kind);
        Assert.Equal(ReadingState.NotInstalled, (await catalogue.FindAsync("things", CancellationToken.None)).State);
        lab.Refuse(503);
        Assert.Equal("Pod", (await catalogue.FindAsync("pods", CancellationToken.None)).Value?.Kind);
    }

    [Fact]
    public async Task Objects_OfAKind_AreNamedPageByPage()
    {
        await using var lab = await OnDemandLab.StartAsync();
        var kind = (await lab.Kinds.FindAsync("pods", CancellationToken.None)).Value!;
        for (var number = 0; number < ObjectLister.PageSize; number++)
            lab.Lab.KubernetesStore.Put(new() { ["apiVersion"] = "v1", ["kind"] = "Pod", ["metadata"] = new System.Text.Json.Nodes.JsonObject { ["name"] = $"extra-{number}", ["namespace"] = "media" } });

        var first = (await lab.Lister.ReadAsync(kind, "media", "", CancellationToken.None)).Value!;
        var second = (await lab.Lister.ReadAsync(kind, "media", first.Next, CancellationToken.None)).Value!;

        Assert.Equal(ObjectLister.PageSize, first.Rows.Length);
        Assert.Equal(second.Rows.Length, first.Remaining);
        Assert.Equal("", second.Next);
        Assert.Equal((await lab.Client.ListAsync(ResourceTypes.Pods, new ListOptions { Namespace = "media" })).Items.Select(pod => pod.Metadata.Name), first.Followed(second).Rows.Select(row => row.Name));
    }

    [Fact]
    public async Task Secrets_Listed_AreAskedForAsMetadataAlone()
    {
        await using var lab = await OnDemandLab.StartAsync();
        var kind = (await lab.Kinds.FindAsync("secrets", CancellationToken.None)).Value!;

        var rows = (await lab.Lister.ReadAsync(kind, null, "", CancellationToken.None)).Value!.Rows;

        Assert.Contains(rows, row => row is { Namespace: "databases", Name: "postgres-credentials", Href: "/cluster/objects/secrets/databases/postgres-credentials" });
    }

    [Fact]
    public async Task Secrets_PortalMayNotList_NameTheMissingRule()
    {
        await using var lab = await OnDemandLab.StartAsync(readOnly: true);
        var kind = (await lab.Kinds.FindAsync("secrets", CancellationToken.None)).Value!;

        var read = await lab.Lister.ReadAsync(kind, null, "", CancellationToken.None);

        Assert.Equal((ReadingState.Forbidden, "list"), (read.State, read.MissingRule?.Verbs));
    }

    private static ApiResource Resource(string name, string kind, params string[] verbs) =>
        new() { Name = name, Kind = kind, Namespaced = true, Verbs = verbs.Length > 0 ? verbs : ["get", "list", "watch"] };
}
