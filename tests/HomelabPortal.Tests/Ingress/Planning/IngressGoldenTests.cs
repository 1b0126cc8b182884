using HomelabPortal.Ingress;
using HomelabPortal.Reconcile;

namespace HomelabPortal.Tests.Ingress.Planning;

public sealed class IngressGoldenTests
{
    public static IEnumerable<object[]> Cases => GoldenCase.NamesIn(GoldenCase.ThisFile());

    [Theory]
    [MemberData(nameof(Cases))]
    public void Plan_GoldenCase_ReadsAsWritten(string name)
    {
        var (golden, request, view) = Load(name);

        golden.Check(IngressPlanner.Plan(request, view));
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Plan_AfterItWasApplied_WantsNothingMore(string name)
    {
        var (_, request, view) = Load(name);
        var world = new ClusterWorld(view, request.Ledger).Apply(IngressPlanner.Plan(request, view));

        var again = IngressPlanner.Plan(request with { Ledger = world.Ledger }, world.View);

        Assert.Empty(again.Changes);
    }

    private static (GoldenCase Golden, PlanRequest Request, IngressView View) Load(string name)
    {
        var golden = new GoldenCase(GoldenCase.ThisFile(), name);
        var request = golden.Request(IngressView.Target, Manifests.IngressRoute, key =>
            golden.Resources.OfType<DesiredManifest>().Single(manifest => manifest.Key == key).Manifest.DeepClone());
        return (golden, request, ClusterWorld.Read(golden.Actual));
    }
}
