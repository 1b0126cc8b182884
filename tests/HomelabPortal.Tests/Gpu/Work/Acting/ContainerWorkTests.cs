using HomelabPortal.Access;
using HomelabPortal.Desired;
using HomelabPortal.Docker;
using HomelabPortal.Gpu.Work.Acting;
using HomelabPortal.Tests.Access.Pages;
using HomelabPortal.Tests.Gpu.Containers;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Role = HomelabPortal.Storage.Rows.Role;

namespace HomelabPortal.Tests.Gpu.Work.Acting;

public sealed class ContainerWorkTests
{
    [Fact]
    public async Task Stop_OfAForeignContainer_StopsItOnceAndSaysWhenItWas()
    {
        await using var lab = await WorkLab.StartAsync();
        await lab.RunAsync("byhand");
        await using var page = await ActsPage.OpenAsync(Role.Operator);
        var work = Work(lab, page);

        var first = await work.RunAsync(WorkAct.Stop, lab.Name, "byhand", Me(page), CancellationToken.None);
        var second = await work.RunAsync(WorkAct.Stop, lab.Name, "byhand", Me(page), CancellationToken.None);

        Assert.Equal(("Stopped byhand", false), (first.Said, first.WasAlready));
        Assert.Equal(("byhand was stopped already", true), (second.Said, second.WasAlready));
        Assert.False(lab.Find("byhand").IsRunning);
    }

    [Fact]
    public async Task Start_OfWhatRuns_SaysThatItDoes()
    {
        await using var lab = await WorkLab.StartAsync();
        await lab.RunAsync("byhand");
        await using var page = await ActsPage.OpenAsync(Role.Operator);

        var done = await Work(lab, page).RunAsync(WorkAct.Start, lab.Name, "byhand", Me(page), CancellationToken.None);

        Assert.Equal(("byhand runs already", true, true), (done.Said, done.WasAlready, done.Outcome.Succeeded));
    }

    [Fact]
    public async Task Act_OnWhatThePortalKeeps_IsRefusedWithTheWay()
    {
        await using var lab = await WorkLab.StartAsync();
        await using var page = await ActsPage.OpenAsync(Role.Operator);
        await page.Store.SaveAsync(new DesiredEdit.PutContainer(Wish.Container("kept") with { Host = lab.Name }), "test", HomelabPortal.Tests.Desired.Desire.Owner, null, CancellationToken.None);
        await lab.RunAsync("kept", new ContainerSpec
        {
            Image = "lab/busybox:1", Cmd = ["serve"],
            Labels = new Dictionary<string, string> { ["homelabportal.managed"] = page.Store.Current.Instance, ["homelabportal.app"] = "ct00000001" },
        });

        var done = await Work(lab, page).RunAsync(WorkAct.Stop, lab.Name, "kept", Me(page), CancellationToken.None);

        Assert.Contains("its own page", done.Outcome.Fault, StringComparison.Ordinal);
        Assert.True(lab.Find("kept").IsRunning);
    }

    [Fact]
    public async Task Act_OnThePortalsProbe_FindsNone()
    {
        await using var lab = await WorkLab.StartAsync();
        await lab.RunAsync("homelab-portal-gpu-probe", new ContainerSpec { Image = "lab/busybox:1", Cmd = ["serve"], Labels = new Dictionary<string, string> { ["homelabportal.role"] = "gpu-probe" } });
        await using var page = await ActsPage.OpenAsync(Role.Admin);

        var done = await Work(lab, page).RunAsync(WorkAct.Stop, lab.Name, "homelab-portal-gpu-probe", Me(page), CancellationToken.None);

        Assert.False(done.Outcome.Succeeded);
        Assert.True(lab.Find("homelab-portal-gpu-probe").IsRunning);
    }

    [Fact]
    public async Task Act_OfAViewer_IsRefused()
    {
        await using var lab = await WorkLab.StartAsync();
        await lab.RunAsync("byhand");
        await using var page = await ActsPage.OpenAsync(Role.Viewer);

        var done = await Work(lab, page).RunAsync(WorkAct.Stop, lab.Name, "byhand", Me(page), CancellationToken.None);

        Assert.NotNull(done.Outcome.Refusal);
        Assert.True(lab.Find("byhand").IsRunning);
    }

    private static Actor Me(ActsPage page) => page.Context.Services.GetRequiredService<CurrentActor>().Actor;

    private static ContainerWork Work(WorkLab lab, ActsPage page) => new(
        [lab.Host], page.Store, new ActionRunner(page.Person.Authority, new AuditLog(page.Database.Writer, page.Context.Clock), NullLogger<ActionRunner>.Instance));
}
