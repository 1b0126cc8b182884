using HomelabPortal.Cluster;
using HomelabPortal.Trace.Reports;
using static HomelabPortal.Tests.Trace.TraceWorld;

namespace HomelabPortal.Tests.Trace;

public sealed class TracerTests
{
    public static TheoryData<string> ProofNames => [.. TraceFaults.Proof.Keys];

    public static TheoryData<string> MoreNames => [.. TraceFaults.More.Keys];

    public static TheoryData<string, SourcePhase> Losses
    {
        get
        {
            var data = new TheoryData<string, SourcePhase>();
            foreach (var source in TraceSightLoss.All.Keys)
            {
                foreach (var phase in new[] { SourcePhase.Syncing, SourcePhase.Stale, SourcePhase.Forbidden })
                    data.Add(source, phase);
            }

            return data;
        }
    }

    [Fact]
    public void Proof_HasTwoFaultsForEachOfTheTwelveStations() =>
        Assert.All(TraceFaults.Proof.Keys.GroupBy(name => name.Split(':')[0]).ToList() is { Count: 12 } stations ? stations : throw new InvalidOperationException("Twelve stations are to be proved."), station => Assert.Equal(2, station.Count()));

    [Theory]
    [InlineData(Tv)]
    [InlineData(Books)]
    [InlineData(Ai)]
    public void Trace_LabInOrder_IsHealthyAtEveryStation(string host)
    {
        var report = new TraceWorld().Trace(host);

        Assert.Equal([], report.Entries.SelectMany(entry => entry.Hops).Where(hop => hop.Verdict != TraceVerdict.Healthy).Select(hop => $"{hop.Kind}: {hop.Sentence}"));
        Assert.Null(report.Culprit);
    }

    [Fact]
    public void Trace_LabInOrder_HasEveryStationOfItsWay()
    {
        var world = new TraceWorld();

        Assert.Equal([HopKind.Dns, HopKind.Tunnel, HopKind.Route, HopKind.Service, HopKind.Endpoints, HopKind.Pod, HopKind.Node, HopKind.Storage], Kinds(world, Tv, EntryKind.Tunnel));
        Assert.Equal([HopKind.Lan, HopKind.Route, HopKind.Service, HopKind.Endpoints, HopKind.Pod, HopKind.Node, HopKind.Storage], Kinds(world, Tv, EntryKind.House));
        Assert.Equal([HopKind.Dns, HopKind.Lan, HopKind.Route, HopKind.Service, HopKind.Endpoints, HopKind.Pod, HopKind.Node], Kinds(world, Books, EntryKind.House));
        Assert.Equal([HopKind.Dns, HopKind.Lan, HopKind.Route, HopKind.Service, HopKind.Endpoints, HopKind.Machine, HopKind.Container, HopKind.Gpu], Kinds(world, Ai, EntryKind.House));
    }

    [Theory]
    [MemberData(nameof(ProofNames))]
    public void Trace_OneFaultAtAStation_NamesThatStation(string fault) => Names(TraceFaults.Proof[fault]);

    [Theory]
    [MemberData(nameof(MoreNames))]
    public void Trace_AnotherFault_IsToldApart(string fault) => Names(TraceFaults.More[fault]);

    [Theory]
    [MemberData(nameof(Losses))]
    public void Trace_SourceIsMissing_IsUnknownThereAndNeverHealthy(string source, SourcePhase phase)
    {
        var loss = TraceSightLoss.All[source];
        var world = loss.Take(new TraceWorld(), new SourceStatus(phase, SeenAt, "It does not answer."));

        foreach (var host in loss.Hosts)
        {
            var report = world.Trace(host);
            var hop = report.Entries.Where(entry => entry.IsMain).SelectMany(entry => entry.Hops).FirstOrDefault(candidate => candidate.Kind == loss.Hop);
            Assert.True(hop is { Verdict: TraceVerdict.Unknown } || (hop is null && report.Verdict == TraceVerdict.Unknown), $"{host} is {report.Verdict}, {loss.Hop} is {hop?.Verdict}: {hop?.Sentence}");
            Assert.NotEqual(TraceVerdict.Healthy, report.Verdict);
            Assert.NotEqual(TraceVerdict.Broken, report.Verdict);
        }
    }

    [Fact]
    public void Trace_SourceIsStale_SaysWhyAndSinceWhen()
    {
        var finding = (new TraceWorld { DnsFault = "Cloudflare does not answer." }).Trace(Books).Culprit!.Worst!;

        Assert.Equal(("dns.unread", SeenAt), (finding.Code, finding.AsOf));
        Assert.Contains("Cloudflare does not answer.", finding.What);
    }

    /// <summary>Each way is judged for itself: what is wrong in the house is nothing to who comes through the tunnel.</summary>
    [Fact]
    public void Trace_OneWayBroken_LeavesTheOtherAsItIs()
    {
        var report = TraceFaults.More["LAN: nobody announces it"].Inject(new TraceWorld()).Trace(Tv);

        Assert.Equal((TraceVerdict.Healthy, TraceVerdict.Broken), (report.Entries[0].Verdict, report.Entries[1].Verdict));
        Assert.Equal(TraceVerdict.Healthy, report.Verdict);
    }

    [Theory]
    [InlineData("nas.home.arpa", "dns.zone.unknown", TraceVerdict.Unknown)]
    [InlineData("www.github-pages.cowlab.org", "traefik.route.missing", TraceVerdict.Broken)]
    public void Trace_NameThatNobodyServes_SaysSo(string host, string code, TraceVerdict verdict)
    {
        var report = new TraceWorld().Trace(host);

        Assert.Equal((verdict, code), (report.Verdict, report.Culprit?.Worst?.Code));
    }

    [Fact]
    public void Trace_NameThatLeadsOutside_IsNotCalledHealthy() =>
        Assert.Equal("machine.unwatched", (new TraceWorld { Records = [Record("CNAME", "blog", "pages.example.net")] }).Trace("blog.cowlab.org").Culprit?.Worst?.Code);

    private static IEnumerable<HopKind> Kinds(TraceWorld world, string host, EntryKind way) => world.Trace(host).Entries.Single(entry => entry.Kind == way).Hops.Select(hop => hop.Kind);

    private static void Names(TraceFault fault)
    {
        var report = fault.Inject(new TraceWorld()).Trace(fault.Host);

        Assert.True(fault.Hop == report.Culprit?.Kind, $"{report.Sentence} ({string.Join("; ", report.Entries[0].Hops.Select(hop => $"{hop.Kind} {hop.Verdict} {hop.Worst?.Code} {(hop.Follows is { } cause ? $"follows {cause}" : "")}"))})");
        Assert.Equal(fault.Code, report.Culprit.Worst?.Code);
        Assert.Equal(fault.Verdict, report.Verdict);
        Assert.NotEqual("", report.Remedy);
        Assert.NotEqual("", report.Culprit.Worst?.Command);
    }
}
