using HomelabPortal.Access;
using HomelabPortal.Access.Authority;

namespace HomelabPortal.Tests.Access.Authority;

public sealed class ActThrottleTests
{
    private readonly ManualTimeProvider _clock = new();

    [Fact]
    public void TryTake_ThirtyFirstInAMinute_IsRefusedToThatAccountAlone()
    {
        var throttle = new ActThrottle(_clock);
        for (var number = 0; number < ActThrottle.PerMinute; number++)
            Assert.True(throttle.TryTake(Person("ann")));

        Assert.False(throttle.TryTake(Person("ann")));
        Assert.False(throttle.TryTake(Person("ann") with { SessionId = "another-session" }));
        Assert.True(throttle.TryTake(Person("bob")));
        Assert.True(throttle.TryTake(Actor.Portal));
    }

    [Fact]
    public void TryTake_AsTimePasses_GivesOneEveryTwoSeconds()
    {
        var throttle = new ActThrottle(_clock);
        while (throttle.TryTake(Person("ann")))
        {
        }

        _clock.Advance(TimeSpan.FromSeconds(1));
        Assert.False(throttle.TryTake(Person("ann")));
        _clock.Advance(TimeSpan.FromSeconds(1.1));
        Assert.True(throttle.TryTake(Person("ann")));
        Assert.False(throttle.TryTake(Person("ann")));
    }

    private static Actor Person(string id) => new(id) { AccountId = id, SessionId = "a-session" };
}
