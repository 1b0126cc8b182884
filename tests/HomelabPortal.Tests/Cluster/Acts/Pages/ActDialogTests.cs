using Bunit;
using HomelabPortal.Cluster;
using HomelabPortal.Cluster.Acts;
using HomelabPortal.Cluster.Acts.Pages;
using HomelabPortal.Storage.Rows;
using HomelabPortal.Tests.Access.Pages;
using HomelabPortal.Tests.Cluster.Acts.Planning;

namespace HomelabPortal.Tests.Cluster.Acts.Pages;

public sealed class ActDialogTests
{
    private static readonly ActWish _scale = new ActWish.Scale("Deployment", "media", "sonarr", 4);

    [Fact]
    public async Task Scale_ShowsThePlanWithTheNumbersOfNow()
    {
        using var page = await ActPage.OpenAsync(State(2));
        var dialog = Render(page, _scale);
        Assert.Contains("Deployment media/sonarr: replicas 2 → 4", dialog.Markup, StringComparison.Ordinal);

        page.Cluster.Publish(State(3));

        dialog.WaitForAssertion(() =>
        {
            // Pages are drawn ten times a second at most.
            page.Context.Clock.Advance(TimeSpan.FromMilliseconds(200));
            Assert.Contains("Deployment media/sonarr: replicas 3 → 4", dialog.Markup, StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task Scale_ToWhatItIs_CannotBePressedAndSaysSo()
    {
        using var page = await ActPage.OpenAsync(State(4));

        Assert.Equal("It has 4 replicas already.", Render(page, _scale).WhyNot("Scale sonarr to 4"));
    }

    [Fact]
    public async Task Scale_OfWhatArgoCdKeeps_SaysWhatToChangeInGit()
    {
        var deployment = World.Deployment(2);
        var state = World.Empty with { Deployments = Objects.Kind(deployment with { Metadata = deployment.Metadata.KeptByArgo() }), Applications = Objects.Kind(World.Application(true)) };
        using var page = await ActPage.OpenAsync(state);

        var dialog = Render(page, _scale);

        Assert.Contains("Argo CD (media) keeps it as it is written in Git", dialog.Markup, StringComparison.Ordinal);
        Assert.Contains("replicas: 4", dialog.Find("pre").TextContent, StringComparison.Ordinal);
        Assert.NotNull(dialog.WhyNot("Scale sonarr to 4"));
    }

    [Fact]
    public async Task Delete_OfWhatNothingMakesAgain_WantsItsNameTyped()
    {
        using var page = await ActPage.OpenAsync(World.Empty with { Pods = Objects.Kind(World.Pod(owner: null)) });
        var dialog = Render(page, new ActWish.DeletePod("media", "sonarr-1"));
        Assert.Equal("Type sonarr-1 first.", dialog.WhyNot("Delete sonarr-1"));

        dialog.Find("input").Input("sonarr-1");

        Assert.Null(dialog.WhyNot("Delete sonarr-1"));
    }

    [Fact]
    public async Task Viewer_WhoComesThisFar_CannotPressIt()
    {
        using var page = await ActPage.OpenAsync(State(2), Role.Viewer);

        Assert.Equal("Only an operator may scale a workload. You are a viewer.", Render(page, _scale).WhyNot("Scale sonarr to 4"));
    }

    private static ClusterState State(int replicas) => World.Empty with { Deployments = Objects.Kind(World.Deployment(replicas)) };

    private static IRenderedComponent<ActDialog> Render(ActPage page, ActWish wish) => page.Context.Render<ActDialog>(parameters => parameters.Add(dialog => dialog.Wish, wish));
}
