using HomelabPortal.Logins;
using HomelabPortal.Logins.Planning;
using HomelabPortal.Reconcile;

namespace HomelabPortal.Tests.Logins;

public sealed class LoginGoldenTests
{
    public static IEnumerable<object[]> Cases => GoldenCase.NamesIn(GoldenCase.ThisFile());

    [Theory]
    [MemberData(nameof(Cases))]
    public void Plan_GoldenCase_ReadsAsWritten(string name)
    {
        var (golden, request, state) = Load(name);

        golden.Check(LoginPlanner.Plan(request, state));
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Plan_AfterItWasApplied_WantsNothingMore(string name)
    {
        var (_, request, state) = Load(name);
        var world = new LoginWorld(state, request.Ledger).Apply(LoginPlanner.Plan(request, state));

        var again = LoginPlanner.Plan(request with { Ledger = world.Ledger }, world.State);

        // What cannot be written while something is refused is wanted still.
        if (LoginPlanner.Plan(request, state).Refusals.IsEmpty)
            Assert.Empty(again.Changes);
    }

    private static (GoldenCase Golden, PlanRequest Request, LoginState State) Load(string name)
    {
        var golden = new GoldenCase(GoldenCase.ThisFile(), name);
        var request = golden.Request(LoginView.Target, LoginView.ApplicationKind, key => golden.Resources.Single(resource => resource.Key == key) switch
        {
            DesiredLoginPolicy policy => policy.ToImage(golden.Desired.Instance),
            DesiredLoginApplication application => application.ToImage(golden.Desired.Instance),
            var other => throw new InvalidOperationException($"{other} has no image."),
        });
        return (golden, request, LoginWorld.Read(golden.Actual));
    }
}
