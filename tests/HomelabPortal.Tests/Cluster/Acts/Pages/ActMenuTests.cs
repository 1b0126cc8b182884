using Bunit;
using HomelabPortal.Cluster;
using HomelabPortal.Cluster.Acts;
using HomelabPortal.Cluster.Acts.Pages;
using HomelabPortal.Storage.Rows;
using HomelabPortal.Tests.Access.Pages;
using HomelabPortal.Tests.Cluster.Acts.Planning;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace HomelabPortal.Tests.Cluster.Acts.Pages;

public sealed class ActMenuTests
{
    [Fact]
    public async Task Viewer_SeesWhyNotOnEveryAct()
    {
        using var page = await ActPage.OpenAsync(State(World.Deployment()), Role.Viewer);

        var acts = Render(page);

        Assert.Equal("Only an operator may restart a workload. You are a viewer.", acts.WhyNot("Restart sonarr"));
        Assert.Contains("Only an operator may scale a workload.", Item(acts, "Scale").TextContent, StringComparison.Ordinal);
        Assert.Equal("true", Item(acts, "Scale").GetAttribute("aria-disabled"));
    }

    [Fact]
    public async Task Operator_MayRestartAndScale()
    {
        using var page = await ActPage.OpenAsync(State(World.Deployment()));

        var acts = Render(page);

        Assert.Null(acts.WhyNot("Restart sonarr"));
        Assert.Null(Item(acts, "Scale").GetAttribute("aria-disabled"));
        Assert.Contains("Its history holds no earlier revision.", Item(acts, "Roll back").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Operator_WherethePortalMayNot_SeesWhichRoleIsMissing()
    {
        using var page = await ActPage.OpenAsync(State(World.Deployment()));
        page.Forbid(new ActWish.Restart("Deployment", "media", "sonarr"));

        Assert.StartsWith("The portal's account may not patch deployments (apps).", Render(page).WhyNot("Restart sonarr"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Restart_OfAPausedOne_SaysWhyNot()
    {
        using var page = await ActPage.OpenAsync(State(World.Deployment(isPaused: true)));

        Assert.Equal("Its rollout is paused, so nothing would happen. Resume it first.", Render(page).WhyNot("Restart sonarr"));
    }

    [Theory]
    [InlineData("restart", "Restart sonarr?")]
    [InlineData("scale", "Scale sonarr?")]
    public async Task Address_ThatAsksForAnAct_OpensItsDialogAndDoesNothingYet(string ask, string title)
    {
        using var page = await ActPage.OpenAsync(State(World.Deployment()));
        page.Context.Services.GetRequiredService<NavigationManager>().NavigateTo($"/cluster/workloads/deployments/media/sonarr?ask={ask}");

        var acts = Render(page);

        Assert.Equal(title, acts.Find("dialog h2").TextContent);
    }

    [Fact]
    public async Task Dialog_ThatWasDismissed_OpensAgainByTheSameLink()
    {
        using var page = await ActPage.OpenAsync(State(World.Deployment()));
        var navigation = page.Context.Services.GetRequiredService<NavigationManager>();
        navigation.NavigateTo("/cluster/workloads/deployments/media/sonarr?ask=restart");
        var acts = Render(page);

        await acts.Find("dialog").TriggerEventAsync("onclose", EventArgs.Empty);
        Assert.Empty(acts.FindAll("dialog h2"));
        navigation.NavigateTo("/cluster/workloads/deployments/media/sonarr?ask=restart");

        await acts.WaitForAssertionAsync(() => Assert.Equal("Restart sonarr?", acts.Find("dialog h2").TextContent), TimeSpan.FromSeconds(30));
    }

    [Theory]
    [InlineData("delete")]
    [InlineData("<script>")]
    [InlineData("")]
    public async Task Address_ThatAsksForWhatIsNotOffered_OpensNothing(string ask)
    {
        using var page = await ActPage.OpenAsync(State(World.Deployment()));
        page.Context.Services.GetRequiredService<NavigationManager>().NavigateTo($"/cluster/workloads/deployments/media/sonarr?ask={Uri.EscapeDataString(ask)}");

        Assert.Empty(Render(page).FindAll("dialog"));
    }

    [Fact]
    public async Task Pod_OffersToRestartItsWorkloadFirst()
    {
        var state = World.Empty with { Pods = Objects.Kind(World.Pod(owner: "StatefulSet")), StatefulSets = Objects.Kind(World.StatefulSet()) };
        using var page = await ActPage.OpenAsync(state);

        var acts = page.Context.Render<PodActs>(parameters => parameters.Add(acts => acts.Namespace, "media").Add(acts => acts.Name, "sonarr-1"));

        Assert.Null(acts.WhyNot("Restart sonarr"));
        Assert.Equal(["Evict this pod", "Delete this pod"], acts.FindAll(".item b").Select(item => item.TextContent));
    }

    private static ClusterState State(HomelabPortal.Kubernetes.Deployment deployment) => World.Empty with { Deployments = Objects.Kind(deployment) };

    private static IRenderedComponent<WorkloadActs> Render(ActPage page) => page.Context.Render<WorkloadActs>(parameters => parameters
        .Add(acts => acts.Kind, "Deployment").Add(acts => acts.Namespace, "media").Add(acts => acts.Name, "sonarr"));

    private static AngleSharp.Dom.IElement Item<T>(IRenderedComponent<T> page, string words)
        where T : IComponent => page.FindAll(".item").Single(item => item.QuerySelector("b")!.TextContent == words);
}
