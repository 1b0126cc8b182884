using HomelabPortal.Desired;
using HomelabPortal.Desired.Containers;
using HomelabPortal.Gpu.Containers.Editing;
using HomelabPortal.Gpu.Containers.Idle;
using HomelabPortal.Gpu.Containers.Pages;
using HomelabPortal.Gpu.Containers.Planning;
using HomelabPortal.Gpu.Containers.Writing;
using HomelabPortal.Gpu.Telemetry;
using HomelabPortal.Gpu.Telemetry.History;
using HomelabPortal.Platform;
using HomelabPortal.Reconcile;
using HomelabPortal.Testing;
using HomelabPortal.Tests.Access.Pages;
using HomelabPortal.Tests.Desired;
using HomelabPortal.Tests.Gpu.Pages;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace HomelabPortal.Tests.Gpu.Containers.Idle;

public sealed class IdleWatcherTests
{
    private const int Minutes = 30;
    private static readonly DesiredContainer _wanted = Wish.Container() with { Gpu = GpuRequest.All, IdleStopMinutes = Minutes };

    [Fact]
    public async Task Container_ThatIsIdleForSoLong_IsStoppedAndSaysWhy()
    {
        await using var page = await RunningAsync();
        Measure(page, Minutes + 1, load: 0);

        await PassAsync(page);

        var container = page.Store.Current.FindContainer(_wanted.Id)!;
        Assert.Equal((true, Minutes), (container.IsStopped, container.StoppedIdleMinutes));
        Assert.Equal("Stopped: idle for 30 min", new ContainerLine(container, OwnerPhase.InPlace, null, null).Word);
        Assert.Null(ContainerEdits.Start(container, anyway: false).StoppedIdleMinutes);
    }

    [Fact]
    public async Task Container_WhoseCardWorks_GoesOn()
    {
        await using var page = await RunningAsync();
        Measure(page, Minutes + 1, load: 7);

        await PassAsync(page);

        Assert.False(page.Store.Current.FindContainer(_wanted.Id)!.IsStopped);
    }

    [Fact]
    public async Task Container_WhoseCardWorkedForAMomentOfAMinute_GoesOn()
    {
        await using var page = await RunningAsync();
        Measure(page, Minutes, load: 0);
        foreach (var load in new[] { 0d, 9d, 0d, 0d, 0d, 0d, 0d, 0d, 0d, 0d, 0d })
        {
            page.Context.Clock.Advance(TimeSpan.FromSeconds(5));
            page.Measure(Cards.Measured(page.Context.Clock.GetUtcNow(), Cards.Card() with { UtilizationPercent = load }));
        }

        await PassAsync(page);

        Assert.False(page.Store.Current.FindContainer(_wanted.Id)!.IsStopped);
    }

    [Fact]
    public async Task Container_WhoseCheckHasNotPassedYet_GoesOn()
    {
        await using var page = await RunningAsync(health: "starting");
        Measure(page, Minutes + 1, load: 0);

        await PassAsync(page);

        Assert.False(page.Store.Current.FindContainer(_wanted.Id)!.IsStopped);
    }

    [Fact]
    public async Task Host_OfOneThatIsToStopWhenIdle_IsMeasuredOften()
    {
        await using var page = await RunningAsync();
        using var watcher = Watcher(page);
        var audience = page.Context.Services.GetRequiredService<GpuAudience>();

        await watcher.StartAsync(default);

        await Eventually.HoldsAsync(() => audience.IsWatching(Wish.Host), () => "It is not.", TimeSpan.FromSeconds(30));
        Assert.False(audience.IsWatching("other"));
        await watcher.StopAsync(default);
    }

    [Fact]
    public async Task Container_WhoseCardCannotBeMeasuredNow_GoesOn()
    {
        await using var page = await RunningAsync();
        Measure(page, Minutes + 1, load: 0);
        page.Publish(Cards.Measured(page.Context.Clock.GetUtcNow(), Cards.Card()) with { Fault = "nvidia-smi failed." });

        await PassAsync(page);

        Assert.False(page.Store.Current.FindContainer(_wanted.Id)!.IsStopped);
    }

    private static async Task<ActsPage> RunningAsync(string? health = null)
    {
        var page = await GpuBench.OpenAsync();
        await page.Store.SaveAsync(new DesiredEdit.PutContainer(_wanted), "test", Desire.Owner, null, default);
        var there = new LiveContainer
        {
            Id = "1", Name = _wanted.Name, State = "running", Instance = page.Store.Current.Instance, App = _wanted.Id, StartedAt = page.Context.Clock.GetUtcNow().AddHours(-2), Health = health,
        };
        page.Context.Services.GetRequiredService<Live<ContainerState>>().Publish(new ContainerState([LiveHost.Unseen(Wish.Host, "") with { Fault = null, Containers = [there] }]));
        return page;
    }

    private static void Measure(ActsPage page, int minutes, double load)
    {
        for (var minute = 0; minute < minutes; minute++)
        {
            page.Context.Clock.Advance(TimeSpan.FromMinutes(1));
            page.Measure(Cards.Measured(page.Context.Clock.GetUtcNow(), Cards.Card() with { UtilizationPercent = load }));
        }
    }

    private static async Task PassAsync(ActsPage page)
    {
        using var watcher = Watcher(page);
        await watcher.PassAsync(default);
    }

    private static IdleWatcher Watcher(ActsPage page)
    {
        var services = page.Context.Services;
        return new IdleWatcher(
            page.Store, services.GetRequiredService<DesiredActs>(), services.GetRequiredService<Live<ContainerState>>(), services.GetRequiredService<Live<GpuState>>(),
            services.GetRequiredService<GpuHistory>(), services.GetRequiredService<GpuAudience>(), page.Context.Clock, NullLogger<IdleWatcher>.Instance);
    }
}
