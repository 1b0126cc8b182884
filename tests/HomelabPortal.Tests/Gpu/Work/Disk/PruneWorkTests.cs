using HomelabPortal.Access;
using HomelabPortal.Desired;
using HomelabPortal.Gpu.Work.Disk;
using HomelabPortal.Tests.Access.Pages;
using HomelabPortal.Tests.Desired;
using HomelabPortal.Tests.Gpu.Containers;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Role = HomelabPortal.Storage.Rows.Role;

namespace HomelabPortal.Tests.Gpu.Work.Disk;

public sealed class PruneWorkTests
{
    [Fact]
    public async Task Images_ThatNothingNeeds_GoAndTheOthersStay()
    {
        await using var lab = await WorkLab.StartAsync();
        await using var page = await OpenAsync(lab, "ollama/ollama:0.12.9");
        lab.State.Images.Add("lab/stray:1");

        var done = await RunAsync(lab, page, PruneScope.UnusedImages);

        Assert.True(done.Outcome.Succeeded, done.Said);
        Assert.Contains("freed", done.Said, StringComparison.Ordinal);
        Assert.Null(lab.State.Images.Find("lab/stray:1"));
        Assert.All(lab.State.Containers, container => Assert.NotNull(lab.State.Images.Find(container.ImageId)));
    }

    [Fact]
    public async Task Plan_ThatDoesNotFitAnyMore_RemovesNothing()
    {
        await using var lab = await WorkLab.StartAsync();
        await using var page = await OpenAsync(lab, "ollama/ollama:0.12.9");
        lab.State.Images.Add("lab/stray:1");
        var tag = (await PlanAsync(lab, page, PruneScope.UnusedImages)).Tag;
        lab.State.Images.Add("lab/late:1");

        var done = await Work(lab, page).RunAsync(lab.Name, PruneScope.UnusedImages, tag, null, Me(page), CancellationToken.None);

        Assert.Contains("Look at it again", done.Outcome.Fault, StringComparison.Ordinal);
        Assert.NotNull(lab.State.Images.Find("lab/stray:1"));
    }

    [Theory]
    [InlineData(null, false)]
    [InlineData("other", false)]
    [InlineData("", true)]
    public async Task Volumes_GoOnlyForWhoTypesTheHost(string? typed, bool isRemoved)
    {
        await using var lab = await WorkLab.StartAsync();
        await using var page = await OpenAsync(lab, "ollama/ollama:0.12.9");
        var leftOver = new string('a', 64);
        lab.State.Volumes.Add(leftOver);
        lab.State.Volumes.Add("immich_pgdata");
        var tag = (await PlanAsync(lab, page, PruneScope.UnusedVolumes)).Tag;

        var done = await Work(lab, page).RunAsync(lab.Name, PruneScope.UnusedVolumes, tag, typed?.Length == 0 ? lab.Name : typed, Me(page), CancellationToken.None);

        Assert.Equal((isRemoved, !isRemoved), (done.Outcome.Succeeded, lab.State.Volumes.Contains(leftOver)));
        Assert.Superset(new HashSet<string> { "ollama", "immich_pgdata" }, lab.State.Volumes.ToHashSet());
    }

    [Fact]
    public async Task Operator_MayNotRemoveAnything()
    {
        await using var lab = await WorkLab.StartAsync();
        await using var page = await OpenAsync(lab, "ollama/ollama:0.12.9", Role.Operator);

        Assert.NotNull((await RunAsync(lab, page, PruneScope.UnusedImages)).Outcome.Refusal);
    }

    private static async Task<PruneWork.Done> RunAsync(WorkLab lab, ActsPage page, PruneScope scope) =>
        await Work(lab, page).RunAsync(lab.Name, scope, (await PlanAsync(lab, page, scope)).Tag, null, Me(page), CancellationToken.None);

    private static async Task<PrunePlan> PlanAsync(WorkLab lab, ActsPage page, PruneScope scope) =>
        PrunePlan.Of((await new DiskReader([lab.Host], page.Store).ReadAsync(lab.Name, CancellationToken.None)).Value!, scope);

    private static Actor Me(ActsPage page) => page.Context.Services.GetRequiredService<CurrentActor>().Actor;

    private static PruneWork Work(WorkLab lab, ActsPage page) => new(
        [lab.Host], new DiskReader([lab.Host], page.Store), new ActionRunner(page.Person.Authority, new AuditLog(page.Database.Writer, page.Context.Clock), NullLogger<ActionRunner>.Instance));

    private static async Task<ActsPage> OpenAsync(WorkLab lab, string image, Role role = Role.Admin)
    {
        var page = await ActsPage.OpenAsync(role);
        page.Person.Proves();
        await page.Store.SaveAsync(new DesiredEdit.PutContainer(Wish.Container(image: image) with { Host = lab.Name }), "test", Desire.Owner, null, CancellationToken.None);
        return page;
    }
}
