using HomelabPortal.Desired.Containers;
using HomelabPortal.Gpu.Containers.Checking;
using HomelabPortal.Gpu.Containers.Idle;
using HomelabPortal.Gpu.Containers.Planning;

namespace HomelabPortal.Tests.Gpu.Containers.Idle;

public sealed class IdleCountsTests
{
    private static readonly DesiredContainer _wanted = Wish.Container() with { Gpu = GpuRequest.All, IdleStopMinutes = 15 };
    private static readonly DateTimeOffset _now = GoldenCase.Now;
    private static readonly DateTimeOffset _started = _now.AddHours(-2);
    private readonly IdleCounts _counts = new();

    [Fact]
    public void Container_WithoutACheck_IsCountedFromItsStart_AlsoAfterARestartOfThePortal() => Assert.Equal(_started, Since(There(null), 0));

    [Fact]
    public void Container_WhoseIdleStopWasWantedLater_IsCountedFromThen()
    {
        _counts.Look([], "inst0001", _now);

        Assert.Equal(_now.AddMinutes(1), Since(There(null), 1));
    }

    [Theory]
    [InlineData("starting")]
    [InlineData("unhealthy")]
    public void Container_WhoseCheckHasNotPassed_IsNotCounted(string health) => Assert.Null(Since(There(health), 0));

    [Fact]
    public void Container_WithACheck_IsCountedFromWhenItPassed()
    {
        Since(There("starting"), 0);

        Assert.Equal(_now.AddMinutes(40), Since(There("healthy"), 40));
        Assert.Equal(_now.AddMinutes(40), Since(There("healthy"), 50));
    }

    [Fact]
    public void Check_ThatFailsForAWhile_BeginsTheCountAnew()
    {
        Since(There("healthy"), 0);
        Since(There("unhealthy"), 5);

        Assert.Equal(_now.AddMinutes(6), Since(There("healthy"), 6));
    }

    [Fact]
    public void Version_ThatIsPutAside_HoldsTheCountBack()
    {
        var aside = There(null) with { Id = "2", Name = PreviousName.Of(_wanted.Name, "2"), State = "exited" };

        Assert.Null(Since(There(null), 0, aside));
        Assert.Equal(_now.AddMinutes(3), Since(There(null), 3));
    }

    [Fact]
    public void Start_AfterwardsInTheSameMinute_IsWhereItCountsFrom()
    {
        Since(There("healthy"), 0);

        Assert.Equal(_now.AddSeconds(30), Since(There("healthy") with { StartedAt = _now.AddSeconds(30) }, 1));
    }

    [Fact]
    public void Host_ThatCannotBeSeenForAWhile_LeavesTheCount()
    {
        Since(There("healthy"), 0);
        _counts.Look([(_wanted, null)], "inst0001", _now.AddMinutes(1));

        Assert.Equal(_now, Since(There("healthy"), 2));
    }

    private static LiveContainer There(string? health) =>
        new() { Id = "1", Name = _wanted.Name, State = "running", Instance = "inst0001", App = _wanted.Id, StartedAt = _started, Health = health };

    private DateTimeOffset? Since(LiveContainer there, int minute, params LiveContainer[] others)
    {
        var host = LiveHost.Unseen(Wish.Host, "") with { Fault = null, Containers = [there, .. others] };
        _counts.Look([(_wanted, host)], "inst0001", _now.AddMinutes(minute));
        return _counts.Since(_wanted, host, "inst0001");
    }
}
