using HomelabPortal.Cluster.Events;
using HomelabPortal.Cluster.Objects.OnDemand;
using HomelabPortal.Kubernetes;
using HomelabPortal.Testing;
using Microsoft.Extensions.Logging.Abstractions;
using static HomelabPortal.Tests.Cluster.Objects;

namespace HomelabPortal.Tests.Cluster.Events;

public sealed class EventTests
{
    [Theory]
    [InlineData(null, null, null, "w2,w1")]
    [InlineData("rubbish", null, null, "w2,w1")]
    [InlineData("normal", null, null, "n1")]
    [InlineData("all", null, null, "w2,n1,w1")]
    [InlineData("all", "home", null, "w2")]
    [InlineData("all", null, "Pod", "w2,n1")]
    public void Choice_OfTypeNamespaceAndKind_NarrowsNewestFirst(string? type, string? ns, string? kind, string expected)
    {
        var warnings = new[] { Event("w1", "Warning", "Node", "", -30), Event("w2", "Warning", "Pod", "home", -1) };
        var read = warnings.Append(Event("n1", "Normal", "Pod", "media", -10));

        Assert.Equal(expected, string.Join(',', EventChoice.Of(type, ns, kind).From(warnings, read).Select(line => line.Key)));
    }

    [Fact]
    public void Event_SeenByWatchAndRead_IsShownOnceAsSeenLast()
    {
        var line = Assert.Single(EventChoice.Of("all", null, null).From([Event("a", "Warning", "Pod", "media", -5) with { Count = 9 }], [Event("a", "Warning", "Pod", "media", -8)]));

        Assert.Equal(9, line.Times);
    }

    [Fact]
    public void Scope_OfAnObject_LeavesOutItsNamesake()
    {
        var scope = EventScope.About("Pod", Meta("web-0") with { Uid = "new" });

        Assert.True(scope.Covers(About("Pod", "web-0", "new")));
        Assert.True(scope.Covers(About("Pod", "web-0", "")));
        Assert.False(scope.Covers(About("Pod", "web-0", "old")));
        Assert.False(scope.Covers(About("Job", "web-0", "new")));
        Assert.True(EventScope.About("Node", Meta("node1", "")).Covers(About("Node", "node1", "node1")));
    }

    [Fact]
    public async Task Reader_OfAnObject_ReadsItsNormalEventsToo()
    {
        await using var lab = await OnDemandLab.StartAsync();
        var known = (await lab.Events.ReadAsync(EventScope.All, CancellationToken.None)).Value!.Events.First(happened => happened.Reason == "Killing").InvolvedObject!;
        var pod = (await lab.Client.GetAsync(ResourceTypes.Pods, known.Namespace, known.Name))!;

        var read = (await lab.Events.ReadAsync(EventScope.About("Pod", pod.Metadata), CancellationToken.None)).Value!;

        Assert.Equal(["Killing", "Pulled", "Scheduled", "Started"], read.Events.Select(happened => happened.Reason).Order());
        Assert.False(read.IsCut);
    }

    [Fact]
    public async Task Reader_PortalMayNotListEvents_NamesTheMissingRule()
    {
        await using var lab = await OnDemandLab.StartAsync();
        lab.Refuse(403, "/events");

        var read = await lab.Events.ReadAsync(EventScope.All, CancellationToken.None);

        Assert.Equal((ReadingState.Forbidden, "events"), (read.State, read.MissingRule?.Resource));
    }

    [Fact]
    public async Task Look_SharedByTwo_EndsWithTheLastAndReadsEveryTenSeconds()
    {
        await using var lab = await OnDemandLab.StartAsync();
        var clock = new ManualTimeProvider();
        var looks = new EventLooks(lab.Events, clock, NullLogger<EventLooks>.Instance);
        var first = looks.Open(EventScope.All, out var live);
        var second = looks.Open(EventScope.All, out var same);
        await Eventually.HoldsAsync(() => Task.FromResult(live.Current.IsCurrent), () => "Never read.", TimeSpan.FromSeconds(20));
        var before = Reads(lab);

        first.Dispose();
        first.Dispose();
        clock.Advance(TimeSpan.FromSeconds(10));
        await Eventually.HoldsAsync(() => Task.FromResult(Reads(lab) > before), () => "Not read again.", TimeSpan.FromSeconds(20));
        second.Dispose();
        using var third = looks.Open(EventScope.All, out var fresh);

        Assert.Same(live, same);
        Assert.NotSame(live, fresh);
    }

    private static int Reads(OnDemandLab lab) => lab.Lab.Faults.Log.Requests.Count(request => request.PathAndQuery.Contains("/events", StringComparison.Ordinal));

    private static Event Event(string uid, string type, string kind, string ns, int minutes) => new()
    {
        Metadata = Meta(uid, ns) with { Uid = uid }, Type = type, Reason = "Because", InvolvedObject = new ObjectReference { Kind = kind, Namespace = ns, Name = "web" },
        Count = 1, LastTimestamp = Now.AddMinutes(minutes),
    };

    private static Event About(string kind, string name, string uid) => new() { InvolvedObject = new ObjectReference { Kind = kind, Name = name, Uid = uid } };
}
