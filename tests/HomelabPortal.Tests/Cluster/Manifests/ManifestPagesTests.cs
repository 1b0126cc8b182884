using System.Text.Json.Nodes;
using Bunit;
using HomelabPortal.Access;
using HomelabPortal.Cluster;
using HomelabPortal.Cluster.Objects.Browser;
using HomelabPortal.Cluster.Objects.Manifests;
using HomelabPortal.Kubernetes;
using HomelabPortal.Platform;
using HomelabPortal.Storage.Rows;
using HomelabPortal.Tests.Desired;
using HomelabPortal.Tests.Ui;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace HomelabPortal.Tests.Cluster.Manifests;

public sealed class ManifestPagesTests : IAsyncLifetime
{
    private readonly UiContext _page = new();
    private readonly PortalDatabase _database = new();
    private OnDemandLab _lab = null!;

    public async Task InitializeAsync()
    {
        _lab = await OnDemandLab.StartAsync();
        await _database.StartAsync();
        _page.Services.AddSingleton(_lab.Source);
        _page.Services.AddSingleton(new ActionRunner(_page.Person.Authority, new AuditLog(_database.Writer, _page.Clock), NullLogger<ActionRunner>.Instance));
        _page.Services.AddSingleton(new Live<ClusterState>(new ClusterState { IsConnected = true }, _page.Clock));
    }

    public async Task DisposeAsync()
    {
        _page.Dispose();
        _database.Dispose();
        await _lab.DisposeAsync();
    }

    [Fact]
    public void Tab_OfADeployment_ShowsItsYamlAndMasksThePassword()
    {
        var tab = Tab(ResourceTypes.Deployments, "media", "kavita");

        tab.WaitForAssertion(() => Assert.Contains("kind: Deployment", Text(tab)));
        Assert.Contains("value: ••••••••", Text(tab));
        Assert.DoesNotContain("not-a-good-place-for-this", tab.Markup);
        Assert.Equal("/api/v1/objects/deployments.apps/media/kavita?format=yaml", tab.Find("a[download]").GetAttribute("href"));
    }

    [Fact]
    public void Tab_HiddenValueAskedFor_ShowsAndHidesIt()
    {
        var tab = Tab(ResourceTypes.Deployments, "media", "kavita");
        tab.WaitForAssertion(() => Press(tab, "Show 1 hidden value"));

        tab.WaitForAssertion(() => Assert.Contains("not-a-good-place-for-this", Text(tab)));
        Press(tab, "Hide values");

        tab.WaitForAssertion(() => Assert.DoesNotContain("not-a-good-place-for-this", Text(tab)));
    }

    [Fact]
    public void Tab_LookedAtByAViewer_SaysWhoMayAndReadsNothing()
    {
        _page.Person.Becomes(Role.Viewer);

        var tab = Tab(ResourceTypes.Deployments, "media", "kavita");

        Assert.Contains("Only an operator may read manifests.", tab.Markup);
        Assert.DoesNotContain(_lab.Lab.Faults.Log.Requests, request => request.PathAndQuery.Contains("kavita", StringComparison.Ordinal));
    }

    [Fact]
    public void Tab_ClusterThatFails_SaysSoAndTriesAgain()
    {
        _lab.Refuse(503);
        var tab = Tab(ResourceTypes.Deployments, "media", "kavita");
        tab.WaitForAssertion(() => Assert.Contains("It cannot be read now", tab.Markup));

        _lab.Lab.Faults.Clear();
        Press(tab, "Try again");

        tab.WaitForAssertion(() => Assert.Contains("kind: Deployment", Text(tab)));
    }

    [Fact]
    public void Tab_PortalMayNotRead_ShowsTheMissingRule()
    {
        _lab.Refuse(403);

        var tab = Tab(ResourceTypes.Deployments, "media", "kavita");

        tab.WaitForAssertion(() => Assert.Contains("verbs: [get]", tab.Find("pre").TextContent));
    }

    [Fact]
    public void Search_InAManifest_CountsMarksAndSteps()
    {
        var view = View("""{"kind":"ConfigMap","data":{"one":"Alpha alpha","two":"beta"}}""");

        view.Find("input[type=search]").Input("ALPHA");

        Assert.Equal(["Alpha", "alpha"], view.FindAll("mark").Select(mark => mark.TextContent));
        Assert.Equal("1 of 2", view.Find("[role=status]").TextContent);
        view.Find("button[aria-label=Next]").Click();
        Assert.Equal("2 of 2", view.Find("[role=status]").TextContent);
        Assert.Contains("chosen", view.FindAll("mark")[1].ClassName);
        view.Find("button[aria-label=Next]").Click();
        Assert.Equal("1 of 2", view.Find("[role=status]").TextContent);
        view.Find("input[type=search]").Input("nowhere");
        Assert.Equal("Nothing", view.Find("[role=status]").TextContent);
    }

    [Fact]
    public void ManagedFields_OfAManifest_AreFoldedUntilAskedFor()
    {
        var view = View("""{"kind":"ConfigMap","metadata":{"name":"a","managedFields":[{"manager":"helm","operation":"Apply"}]}}""");
        Assert.DoesNotContain("operation", Text(view));

        Press(view, "Managed fields");

        Assert.Contains("operation: Apply", Text(view));
        Assert.Contains("managedFields=true", view.Find("a[download]").GetAttribute("href"));
    }

    [Fact]
    public void LongManifest_OfThousandsOfLines_IsNotDrawnWhole()
    {
        var data = new JsonObject(Enumerable.Range(0, 8000).Select(number => KeyValuePair.Create($"key-{number}", (JsonNode?)"value")));

        var view = View(new JsonObject { ["data"] = data }.ToJsonString());

        Assert.InRange(view.FindAll("[data-line]").Count, 0, 500);
        Assert.True(view.FindAll("button").Single(button => button.TextContent.Contains("Wrap")).HasAttribute("disabled"));
    }

    [Fact]
    public void ObjectPage_OfAnyKind_IsFoundByItsResource()
    {
        var page = _page.Render<ObjectYamlPage>(parameters => parameters.Add(item => item.Resource, "clusterissuers.cert-manager.io").Add(item => item.Name, "letsencrypt"));

        page.WaitForAssertion(() => Assert.Contains("privateKeySecretRef", page.Markup), TimeSpan.FromSeconds(20));
        Assert.Contains("kept by", page.Find(".page-head").TextContent);
        Assert.Contains("Argo CD (cert-manager)", page.Find(".page-head").TextContent);
    }

    [Fact]
    public void KindPage_OfSecrets_NamesThemAlone()
    {
        var page = _page.Render<KindPage>(parameters => parameters.Add(kind => kind.Resource, "secrets"));

        page.WaitForAssertion(() => Assert.Contains("postgres-credentials", page.Find("tbody").TextContent), TimeSpan.FromSeconds(20));
    }

    [Fact]
    public void KindPage_OfAnUnknownKind_SaysSo()
    {
        var page = _page.Render<KindPage>(parameters => parameters.Add(kind => kind.Resource, "things"));

        page.WaitForAssertion(() => Assert.Contains("This cluster has no such kind", page.Markup), TimeSpan.FromSeconds(20));
    }

    [Fact]
    public void ObjectsPage_OfTheLab_ListsKindsWithTheirAddresses()
    {
        var page = _page.Render<ObjectsPage>();

        page.WaitForAssertion(() => Assert.Contains("/cluster/objects/ingressroutes.traefik.io", page.Markup), TimeSpan.FromSeconds(20));
    }

    private IRenderedComponent<ManifestTab> Tab(ResourceType type, string ns, string name) =>
        _page.Render<ManifestTab>(parameters => parameters.Add(tab => tab.Address, new ObjectAddress(type, ns, name)));

    private IRenderedComponent<ManifestView> View(string json) => _page.Render<ManifestView>(parameters => parameters
        .Add(view => view.Manifest, new ObjectManifest(JsonNode.Parse(json)!.AsObject(), 0, false))
        .Add(view => view.Address, new ObjectAddress(ResourceTypes.Pods, "media", "a")));

    private static string Text<T>(IRenderedComponent<T> component)
        where T : Microsoft.AspNetCore.Components.IComponent => string.Join('\n', component.FindAll("[data-line] code").Select(line => line.TextContent));

    private static void Press<T>(IRenderedComponent<T> component, string text)
        where T : Microsoft.AspNetCore.Components.IComponent => component.FindAll("button").First(button => button.TextContent.Contains(text, StringComparison.Ordinal)).Click();
}
