using HomelabPortal.Docker;
using HomelabPortal.Gpu.Work.Events;
using HomelabPortal.Ui.State;

namespace HomelabPortal.Tests.Gpu.Work.Events;

public sealed class HostEventsTests
{
    [Theory]
    [InlineData("die", "exitCode", "1", "Ended with exit code 1", HealthState.Degraded)]
    [InlineData("die", "exitCode", "143", "Ended", HealthState.Off)]
    [InlineData("oom", "x", "y", "Its memory ran out", HealthState.Broken)]
    [InlineData("health_status: unhealthy", "x", "y", "Unhealthy: its check fails", HealthState.Broken)]
    [InlineData("health_status: healthy", "x", "y", "Healthy", HealthState.Healthy)]
    [InlineData("start", "x", "y", "Started", HealthState.Healthy)]
    [InlineData("destroy", "x", "y", "Removed", HealthState.Off)]
    [InlineData("rename", "oldName", "/before", "Renamed, from before", HealthState.Off)]
    public void Event_ThatMatters_IsInWords(string action, string key, string value, string what, HealthState state)
    {
        var happened = HostEvents.Of("gpu", Event(action, (key, value)))!;

        Assert.Equal(("gpu", "web", what, state), (happened.Host, happened.Name, happened.What, happened.State));
    }

    [Theory]
    [InlineData("exec_create: cat /run/secret")]
    [InlineData("exec_start: sh")]
    [InlineData("exec_die")]
    [InlineData("kill")]
    [InlineData("top")]
    [InlineData("health_status: running")]
    [InlineData("")]
    public void Event_ThatIsNoise_IsNone(string action) => Assert.Null(HostEvents.Of("gpu", Event(action)));

    [Fact]
    public void Event_OfThePortalsProbe_IsNone() => Assert.Null(HostEvents.Of("gpu", Event("start", ("homelabportal.role", "gpu-probe"))));

    [Fact]
    public void Timeline_ToldTwice_HasEachEventOnce()
    {
        var happened = HostEvents.Of("gpu", Event("start"))!;

        Assert.Single(HostTimeline.Empty.With([happened]).With([happened, happened]).Events);
    }

    [Fact]
    public void Timeline_IsNewestFirstAndOfBoundedLength()
    {
        var timeline = HostTimeline.Empty.With(Enumerable.Range(0, HostTimeline.Most + 5).Select(at => HostEvents.Of("gpu", Event("start", at: at))!));

        Assert.Equal((HostTimeline.Most, HostTimeline.Most + 4L), (timeline.Events.Length, timeline.Events[0].Nanoseconds));
    }

    private static DockerEvent Event(string action, (string Key, string Value)? more = null, long at = 1_700_000_000_000_000_000)
    {
        var facts = new Dictionary<string, string> { ["name"] = "web" };
        if (more is var (key, value))
            facts[key] = value;
        return new DockerEvent { Type = "container", Action = action, Actor = new EventActor { Id = "abc", Attributes = facts }, TimeNanoseconds = at };
    }
}
