using HomelabPortal.Dns.Planning;
using HomelabPortal.Reconcile;

namespace HomelabPortal.Tests.Dns;

public sealed class DnsGoldenTests
{
    public static IEnumerable<object[]> Cases => GoldenCase.NamesIn(GoldenCase.ThisFile());

    [Theory]
    [MemberData(nameof(Cases))]
    public void Plan_GoldenCase_ReadsAsWritten(string name)
    {
        var (golden, request, view) = Load(name);

        golden.Check(DnsPlanner.Plan(request, view));
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Plan_AfterItWasApplied_WantsNothingMore(string name)
    {
        var (_, request, view) = Load(name);
        var world = new DnsWorld(view, request.Ledger).Apply(DnsPlanner.Plan(request, view));

        var again = DnsPlanner.Plan(request with { Ledger = world.Ledger }, world.View);

        Assert.Empty(again.Changes);
    }

    private static (GoldenCase Golden, PlanRequest Request, DnsView View) Load(string name)
    {
        var golden = new GoldenCase(GoldenCase.ThisFile(), name);
        var view = DnsWorld.Read(golden.Actual);
        var request = golden.Request(DnsView.Target, DnsView.RecordKind, key =>
        {
            var desired = golden.Resources.OfType<DesiredDnsRecord>().Single(record => record.Key == key);
            return new DnsImage(view.ZoneOf(desired.Name)!.Id, desired.Name.Value, desired.Content.Resolve(golden.Facts)!, null).ToJson();
        });
        return (golden, request, view);
    }
}
