using FsCheck;
using FsCheck.Fluent;
using HomelabPortal.Cluster;
using HomelabPortal.Trace.Reports;

namespace HomelabPortal.Tests.Trace;

/// <summary>Whatever is broken and whatever cannot be seen.</summary>
public sealed class TracerProperties
{
    private static readonly string[] _hosts = [TraceWorld.Tv, TraceWorld.Books, TraceWorld.Ai];
    private static readonly SourcePhase[] _phases = [SourcePhase.Syncing, SourcePhase.Stale, SourcePhase.Forbidden];
    private static readonly TraceFault[] _faults = [.. TraceFaults.Proof.Values, .. TraceFaults.More.Values];

    private static readonly Arbitrary<(string Host, string[] Lost, SourcePhase Phase, TraceFault[] Faults)> _cases = Arb.From(
        from host in Gen.Elements(_hosts)
        from lost in Gen.SubListOf(TraceSightLoss.All.Keys.ToArray())
        from phase in Gen.Elements(_phases)
        from faults in Gen.SubListOf(_faults)
        select (host, lost.ToArray(), phase, faults.Take(3).ToArray()));

    [Fact]
    public void Trace_WithoutASourceThatItNeeds_IsNeverHealthy() => Prop.ForAll(_cases, sample =>
    {
        var world = Blinded(sample.Faults.Aggregate(new TraceWorld(), (before, fault) => fault.Inject(before)), sample.Lost, sample.Phase);
        var needs = sample.Lost.Any(source => TraceSightLoss.All[source].Hosts.Contains(sample.Host));
        return !needs || world.Trace(sample.Host).Verdict is TraceVerdict.Unknown or TraceVerdict.Broken;
    }).QuickCheckThrowOnFailure();

    /// <summary>What cannot be seen is no accusation: losing sight alone breaks nothing.</summary>
    [Fact]
    public void Trace_OfALabInOrder_IsNeverBrokenByLosingSight() =>
        Prop.ForAll(_cases, sample => Blinded(new TraceWorld(), sample.Lost, sample.Phase).Trace(sample.Host).Verdict != TraceVerdict.Broken).QuickCheckThrowOnFailure();

    [Fact]
    public void Trace_OfTheSameLab_SaysTheSame() => Prop.ForAll(_cases, sample =>
    {
        var world = Blinded(sample.Faults.Aggregate(new TraceWorld(), (before, fault) => fault.Inject(before)), sample.Lost, sample.Phase);
        return world.Trace(sample.Host) == world.Trace(sample.Host);
    }).QuickCheckThrowOnFailure();

    private static TraceWorld Blinded(TraceWorld world, string[] lost, SourcePhase phase) =>
        lost.Aggregate(world, (before, source) => TraceSightLoss.All[source].Take(before, new SourceStatus(phase, TraceWorld.SeenAt, "It does not answer.")));
}
