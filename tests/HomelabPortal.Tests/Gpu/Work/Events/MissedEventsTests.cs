using HomelabPortal.Gpu;
using HomelabPortal.Gpu.Work.Events;

namespace HomelabPortal.Tests.Gpu.Work.Events;

public sealed class MissedEventsTests
{
    [Fact]
    public void Changes_NobodyListenedTo_AreFoundByComparing()
    {
        var missed = Between([Container("1", "gone"), Container("2", "stopped"), Container("3", "same")], [Container("2", "stopped", "exited"), Container("3", "same"), Container("4", "new")]);

        Assert.Equal(["gone: Removed", "stopped: Ended", "new: Made and started"], missed.Select(one => $"{one.Name}: {one.What}"));
        Assert.All(missed, one => Assert.False(one.WasSeen));
    }

    [Fact]
    public void Change_ThatAnEventTellsOf_IsNotToldTwice() => Assert.Empty(Between([Container("1", "gone")], [], "1"));

    private static IReadOnlyList<HostEvent> Between(DockerContainer[] before, DockerContainer[] now, params string[] told) =>
        MissedEvents.Between("gpu", before, now, told.ToHashSet(), DateTimeOffset.UnixEpoch.AddDays(1));

    private static DockerContainer Container(string id, string name, string state = "running") => new(id, name, "x", state, "", []);
}
