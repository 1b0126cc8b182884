using FsCheck;
using FsCheck.Fluent;
using HomelabPortal.Desired;
using HomelabPortal.Dns;
using HomelabPortal.Dns.Planning;
using HomelabPortal.Reconcile;
using HomelabPortal.Tests.Exposures;

namespace HomelabPortal.Tests.Dns;

/// <summary>Whatever stands in the zone, whatever is wanted first and then, and whatever people do in between.</summary>
public sealed class DnsPlannerProperties
{
    private static readonly Gen<LiveRecord> _foreign =
        from host in Gen.Elements([.. RandomWishes.Hosts, "*.cowlab.org", "x.a.cowlab.org", "cowlab.org"])
        from value in Gen.Elements(
            new DnsValue("A", "10.0.0.99", 1, false), new DnsValue("A", "10.0.0.5", 300, false), new DnsValue("TXT", "hello", 1, false),
            new DnsValue("CNAME", "elsewhere.example.org", 1, true), new DnsValue("CNAME", DnsValue.TunnelTarget(RandomWishes.TunnelId), 1, true))
        from comment in Gen.Elements<string?>(null, "made by hand", "hlp1:othr0002:ex00000000")
        select new LiveRecord($"foreign-{host}-{value.Type}-{value.Content}", host, value, comment);

    private static readonly Arbitrary<(LiveRecord[] Foreign, DesiredState First, int[] Hands, DesiredState Then)> _scenes =
        (from foreign in _foreign.ArrayOf(3)
         from first in RandomWishes.ContestedStates
         from hands in Gen.Choose(0, 4).ArrayOf(4)
         from then in RandomWishes.ContestedStates
         select (foreign.DistinctBy(record => record.Id).ToArray(), first, hands, then)).ToArbitrary();

    [Fact]
    public void Plan_AnyScene_SettlesInOneApply() =>
        Prop.ForAll(_scenes, scene => Play(scene).All(step => step.Again.Changes.IsEmpty)).QuickCheckThrowOnFailure();

    [Fact]
    public void Plan_AnyScene_LeavesForeignRecordsAlone() =>
        Prop.ForAll(_scenes, scene => Play(scene).All(step =>
            Foreign(step.Before).SequenceEqual(Foreign(step.After)))).QuickCheckThrowOnFailure();

    [Fact]
    public void Plan_AnyScene_CreatesNothingBesideForeignAddresses() =>
        Prop.ForAll(_scenes, scene => Play(scene).All(step => step.Plan.Changes
            .Where(change => change.Kind == ChangeKind.Create)
            .All(change => !step.Before.View.Zones[0].At(change.Key.Name).Any(record => record.Value.Type is "A" or "CNAME")))).QuickCheckThrowOnFailure();

    [Fact]
    public void Plan_AnyScene_PublishesOnlyWhatWasConfirmed() =>
        Prop.ForAll(_scenes, scene => Play(scene).All(step => step.Plan.Changes
            .Where(change => change.After is { } after && DnsImage.From(after).Value.IsPublic)
            .All(change => step.State.FindExposure(change.OwnerId) is { Visibility: Visibility.Tunnel, IsPublicWithoutLogin: true }))).QuickCheckThrowOnFailure();

    [Fact]
    public void Plan_AnyScene_WithdrawsBeforeItBuilds() =>
        Prop.ForAll(_scenes, scene => Play(scene).All(step => step.Plan.Changes
            .Where(change => change.Before is { } before && DnsImage.From(before).Value.IsPublic && (change.After is null || !DnsImage.From(change.After).Value.IsPublic))
            .All(change => change.Stage == ChangeStage.WithdrawDns))).QuickCheckThrowOnFailure();

    [Fact]
    public void Plan_AddressOfTheIngressUnknown_LeavesNothingOfOursPublicThatShouldStayInTheHouse() =>
        Prop.ForAll(_scenes, scene =>
        {
            var world = Play(scene)[0].After;
            var request = RandomWishes.Request(scene.Then, world.Ledger);
            var after = world.Apply(DnsPlanner.Plan(request with { Facts = request.Facts with { LanAddress = null } }, world.View));
            return after.View.Zones[0].Records
                .Where(record => record.Mark is { Instance: RandomWishes.Instance } && record.Value.IsPublic)
                .All(record => scene.Then.FindExposure(record.Mark!.Value.OwnerId) is { Visibility: Visibility.Tunnel, IsPublicWithoutLogin: true });
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Plan_AnotherExposureHasTheNameNow_MarksItsRecordAnew() =>
        Prop.ForAll(_scenes, scene => Play(scene).All(step => step.State.Exposures.All(exposure =>
            step.After.Ledger.Find(DnsView.KeyOf(exposure.Hostname.Value)) is not { } entry
            || step.After.View.Zones[0].Find(entry.RemoteId)?.Mark is not { Instance: RandomWishes.Instance } mark || mark.OwnerId == exposure.Id))).QuickCheckThrowOnFailure();

    private sealed record Step(DesiredState State, DnsWorld Before, Plan Plan, DnsWorld After, Plan Again);

    private static List<Step> Play((LiveRecord[] Foreign, DesiredState First, int[] Hands, DesiredState Then) scene)
    {
        var zone = new DnsZone("z1", "cowlab.org", "active", false, [.. scene.Foreign]);
        var first = Advance(scene.First, new DnsWorld(new DnsView([zone]), Ledger.Empty));
        var meddled = first.After with { View = Meddle(first.After.View, scene.Hands) };
        return [first, Advance(scene.Then, meddled), Advance(new DesiredState { Instance = RandomWishes.Instance }, meddled)];
    }

    private static Step Advance(DesiredState state, DnsWorld world)
    {
        var plan = DnsPlanner.Plan(RandomWishes.Request(state, world.Ledger), world.View);
        var after = world.Apply(plan);
        return new Step(state, world, plan, after, DnsPlanner.Plan(RandomWishes.Request(state, after.Ledger), after.View));
    }

    /// <summary>Somebody edits our records: deletes one, drops its mark, points it elsewhere, sets a TTL, or leaves it.</summary>
    private static DnsView Meddle(DnsView view, int[] hands)
    {
        var zone = view.Zones[0];
        var ours = zone.Records.Where(record => record.Mark is { Instance: RandomWishes.Instance }).ToList();
        var records = zone.Records;
        foreach (var (record, hand) in ours.Zip(hands))
        {
            records = hand switch
            {
                0 => records.Remove(record),
                1 => records.Replace(record, record with { Comment = null }),
                2 => records.Replace(record, record with { Value = record.Value with { Content = "10.9.9.9", Type = "A", IsProxied = false } }),
                3 => records.Replace(record, record with { Value = record.Value with { Ttl = record.Value.IsProxied ? 1 : 600 } }),
                _ => records,
            };
        }

        return new DnsView([zone with { Records = records }]);
    }

    private static IEnumerable<LiveRecord> Foreign(DnsWorld world) => world.View.Zones[0].Records
        .Where(record => record.Mark is not { Instance: RandomWishes.Instance })
        .OrderBy(record => record.Id, StringComparer.Ordinal);
}
