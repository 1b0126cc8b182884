using System.Collections.Immutable;
using HomelabPortal.Checks;
using HomelabPortal.Checks.Derived;
using HomelabPortal.Checks.Judging;
using HomelabPortal.Checks.Running;
using HomelabPortal.Hostnames.Probing;
using HomelabPortal.Tests.Trace;
using HomelabPortal.Trace.Probing;
using HomelabPortal.Trace.Reports;
using HomelabPortal.Trace.Watching;
using static HomelabPortal.Tests.Trace.TraceWorld;

namespace HomelabPortal.Tests.Checks;

public sealed class DerivedCheckTests
{
    private static readonly DateTimeOffset _now = new(2026, 11, 22, 9, 30, 0, TimeSpan.Zero);

    [Fact]
    public void Name_ThroughTheTunnel_HasAllThree() => Assert.Equal([$"edge:{Tv}", $"lan:{Tv}", $"workload:{Tv}"], Ids(Of(new TraceWorld().Trace(Tv))));

    [Fact]
    public void Name_InTheHouse_IsNotAskedFromOutside() => Assert.Equal([$"lan:{Books}", $"workload:{Books}"], Ids(Of(new TraceWorld().Trace(Books))));

    [Fact]
    public void Name_ThatTheLabDoesNotKnow_HasNone() => Assert.Empty(Of(new TraceWorld().Trace("nobody.example.net")));

    [Fact]
    public void Name_OfASimulatedLab_IsNotAskedInTheHouse() => Assert.Equal([$"workload:{Books}"], Ids(Of(new TraceWorld().Trace(Books), hasHouse: false)));

    [Fact]
    public void Check_ThatIsTurnedOff_StaysInTheListAndIsNotAsked() => Assert.True(Assert.Single(Of(new TraceWorld().Trace(Books), off: $"lan:{Books}"), task => task.Kind == CheckKind.Lan).IsOff);

    [Fact]
    public void Checks_OfANameWhoseWayCannotBeSeen_Stay()
    {
        var before = Of(new TraceWorld().Trace(Tv));
        var blind = State(new TraceWorld { DnsFault = "Cloudflare does not answer.", TunnelFault = "Cloudflare does not answer.", ClusterFault = "The cluster does not answer." }.Trace(Tv));
        var now = DerivedChecks.Of(blind, [], TimeSpan.FromMinutes(2), true);

        Assert.Equal(Ids(before), [.. Ids(now).Concat(Ids(DerivedChecks.Unseen(before, now, blind, []))).Order(StringComparer.Ordinal)]);
        Assert.Empty(DerivedChecks.Unseen(before, [], State(new TraceWorld().Trace(Books)), []));
    }

    [Theory]
    [InlineData("6 pod: keeps crashing", Verdict.Down)]
    [InlineData("7 node: not ready", Verdict.Down)]
    [InlineData("5' container: nothing publishes the port", Verdict.Down)]
    public void Workload_ThatIsBroken_IsDown(string fault, Verdict verdict) =>
        Assert.Equal(verdict, DerivedVerdicts.Of(TraceFaults.Proof[fault].Inject(new TraceWorld()).Trace(TraceFaults.Proof[fault].Host)).Verdict);

    /// <summary>A fault of the way is not one of what stands at its end.</summary>
    [Fact]
    public void Workload_BehindABrokenTunnel_IsUp() =>
        Assert.Equal(Verdict.Up, DerivedVerdicts.Of(TraceFaults.Proof["2a tunnel: no connector"].Inject(new TraceWorld()).Trace(Tv)).Verdict);

    [Fact]
    public void Workload_ThatCannotBeSeen_IsUnknown() =>
        Assert.Equal(Verdict.Unknown, DerivedVerdicts.Of(new TraceWorld { ClusterFault = "The cluster does not answer." }.Trace(Tv)).Verdict);

    [Theory]
    [InlineData(ProbeClass.Answer, 200, Verdict.Up)]
    [InlineData(ProbeClass.Answer, 404, Verdict.Up)]
    [InlineData(ProbeClass.Answer, 500, Verdict.Down)]
    [InlineData(ProbeClass.AccessRedirect, 302, Verdict.Up)]
    [InlineData(ProbeClass.NoRoute, 404, Verdict.Down)]
    [InlineData(ProbeClass.TunnelDown, 530, Verdict.Down)]
    [InlineData(ProbeClass.Blocked, 403, Verdict.Unknown)]
    [InlineData(ProbeClass.ResolverFault, null, Verdict.Unknown)]
    public void Edge_ByItsAnswer_IsJudged(ProbeClass kind, int? status, Verdict verdict) =>
        Assert.Equal(verdict, DerivedVerdicts.Of(new ProbeResult(Tv, kind, "So it is.", status, "", _now, TimeSpan.FromMilliseconds(20))).Verdict);

    [Theory]
    [InlineData(ProbeOutcome.Verified, Verdict.Up)]
    [InlineData(ProbeOutcome.Reached, Verdict.Down)]
    [InlineData(ProbeOutcome.ServerError, Verdict.Down)]
    [InlineData(ProbeOutcome.Unreachable, Verdict.Down)]
    [InlineData(ProbeOutcome.NotTested, Verdict.Unknown)]
    public void Lan_ByWhatWasReached_IsJudged(ProbeOutcome outcome, Verdict verdict) =>
        Assert.Equal(verdict, DerivedVerdicts.Of(new ProbeSight(HopKind.Lan, "straight to it", "10.0.0.99:443", outcome, "So it is.", null)).Verdict);

    private static ImmutableArray<CheckTask> Of(TraceReport report, string? off = null, bool hasHouse = true) =>
        DerivedChecks.Of(State(report), off is null ? [] : [off], TimeSpan.FromMinutes(2), hasHouse);

    private static TraceState State(TraceReport report) => new(ImmutableDictionary<string, TracedName>.Empty.Add(report.Host, new TracedName(report, null)));

    private static List<string> Ids(IEnumerable<CheckTask> tasks) => [.. tasks.Select(task => task.Id)];
}
