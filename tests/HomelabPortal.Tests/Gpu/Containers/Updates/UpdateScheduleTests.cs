using HomelabPortal.Desired;
using HomelabPortal.Desired.Containers;
using HomelabPortal.Gpu;
using HomelabPortal.Gpu.Containers.Checking;
using HomelabPortal.Gpu.Containers.Updates;
using HomelabPortal.Gpu.Containers.Updates.Scheduling;
using HomelabPortal.Platform;
using HomelabPortal.Reconcile;
using HomelabPortal.Tests.Access.Pages;
using HomelabPortal.Tests.Desired;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Role = HomelabPortal.Storage.Rows.Role;

namespace HomelabPortal.Tests.Gpu.Containers.Updates;

public sealed class UpdateScheduleTests
{
    private static readonly DesiredContainer _container = Wish.Container(image: Versions.Image) with { Updates = Versions.AlwaysOpen };

    [Fact]
    public async Task Container_WithANewerVersion_IsUpdatedAndRecorded()
    {
        await using var page = await OpenAsync();
        var schedule = Schedule(page);
        page.Context.Clock.Advance(TimeSpan.FromHours(1));

        await schedule.GiveTurnsAsync(CancellationToken.None);

        Assert.Equal(Versions.Digest('b'), page.Store.Current.FindContainer(_container.Id)!.Digest);
        await using var context = page.Database.CreateDbContext();
        var last = await context.Audit.OrderByDescending(row => row.Id).FirstAsync();
        Assert.Equal(("Update the container gpu/ollama by its schedule", "portal"), (last.Act, last.Actor));
    }

    [Fact]
    public async Task Portal_ThatJustBegan_LetsTheHostRestFirst()
    {
        await using var page = await OpenAsync();

        await Schedule(page).GiveTurnsAsync(CancellationToken.None);

        Assert.Null(page.Store.Current.FindContainer(_container.Id)!.Digest);
    }

    [Fact]
    public async Task Container_EditedSinceTheLastLook_WaitsUntilItIsJudged()
    {
        await using var page = await OpenAsync();
        var schedule = Schedule(page);
        page.Context.Clock.Advance(TimeSpan.FromHours(1));
        await page.Store.SaveAsync(new DesiredEdit.PutContainer(_container with { Command = ["other"] }), "test", Desire.Owner, null, CancellationToken.None);

        await schedule.GiveTurnsAsync(CancellationToken.None);

        Assert.Null(page.Store.Current.FindContainer(_container.Id)!.Digest);
    }

    private static async Task<ActsPage> OpenAsync()
    {
        var page = await ActsPage.OpenAsync(Role.Viewer);
        await page.Store.SaveAsync(new DesiredEdit.PutContainer(_container), "test", Desire.Owner, null, CancellationToken.None);
        return page;
    }

    private static UpdateSchedule Schedule(ActsPage page)
    {
        var time = page.Context.Clock;
        var told = Versions.Told('b') with { At = time.GetUtcNow() };
        var status = new ReconcileStatus
        {
            Judged = page.Store.Current,
            Owners = ReconcileStatus.NotStarted.Owners.Add(_container.Id, new OwnerStatus(_container.Id, OwnerPhase.InPlace, [], null)),
        };
        return new UpdateSchedule(
            page.Store, page.Context.Services.GetRequiredService<DesiredActs>(), new Live<DockerState>(Versions.Docker(Versions.Running('a')), time),
            new Live<UpdateState>(Versions.State(told, Versions.On('a')), time), new Live<ReconcileStatus>(status, time), Options.Create(new ContainerOptions()), time,
            NullLogger<UpdateSchedule>.Instance);
    }
}
