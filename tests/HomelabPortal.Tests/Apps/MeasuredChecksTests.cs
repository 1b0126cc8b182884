using HomelabPortal.Apps;
using HomelabPortal.Apps.Checks;
using HomelabPortal.Checks;
using HomelabPortal.Ui.State;

namespace HomelabPortal.Tests.Apps;

public sealed class MeasuredChecksTests
{
    private static readonly LabApp _app = new("IngressRoute:media/sonarr", "Sonarr", "Media", "https://sonarr.cowlab.org/", 0)
    {
        Checks = [Look(AppCheckKind.Workload, HealthState.Healthy), Look(AppCheckKind.House, HealthState.Healthy), Look(AppCheckKind.Internet, HealthState.Healthy)],
    };

    [Fact]
    public void App_WhoseObjectsAreInOrder_IsBrokenWhileItsCheckInTheHouseIsDown()
    {
        var app = On(_app, Check(CheckKind.Lan));

        Assert.Equal((HealthState.Broken, "502 Bad Gateway", "/checks/lan%3Asonarr.cowlab.org"), (app.State, app.Decisive!.Words, app.Decisive.Href));
    }

    [Fact]
    public void App_DownThroughTheEdgeOnly_IsDegraded() => Assert.Equal(HealthState.Degraded, On(_app, Check(CheckKind.Edge)).State);

    [Theory]
    [InlineData(CheckPhase.Up)]
    [InlineData(CheckPhase.Failing)]
    [InlineData(CheckPhase.Unknown)]
    [InlineData(CheckPhase.Off)]
    public void Check_ThatIsNotDown_ChangesNothing(CheckPhase phase) => Assert.Equal(_app, On(_app, Check(CheckKind.Lan) with { Phase = phase }));

    [Fact]
    public void Check_ThatIsUp_DoesNotExcuseBrokenObjects()
    {
        var broken = _app with { Checks = [Look(AppCheckKind.Workload, HealthState.Broken)] };

        Assert.Equal(broken, On(broken, Check(CheckKind.Workload) with { Phase = CheckPhase.Up }));
    }

    [Fact]
    public void Check_OfAWayThatNoObjectTellsOf_IsAdded() => Assert.Equal(HealthState.Broken, On(_app with { Checks = [] }, Check(CheckKind.Lan)).State);

    [Fact]
    public void Check_OfAnotherName_ChangesNothing() => Assert.Equal(_app, On(_app, Check(CheckKind.Lan) with { Host = "radarr.cowlab.org" }));

    private static LabApp On(LabApp app, CheckSummary check) => MeasuredChecks.On(app, new ChecksState([check]));

    private static AppCheck Look(AppCheckKind kind, HealthState state) => new(kind, state, "1 of 1 ready", null);

    private static CheckSummary Check(CheckKind kind) => new($"{kind.ToString().ToLowerInvariant()}:sonarr.cowlab.org", "sonarr.cowlab.org", "Exposures", kind, "https://sonarr.cowlab.org/")
    {
        IsDerived = true, Host = "sonarr.cowlab.org", Phase = CheckPhase.Down, Words = "502 Bad Gateway",
    };
}
