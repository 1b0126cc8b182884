using HomelabPortal.Checks;
using HomelabPortal.Cluster.Health;
using HomelabPortal.Desired.Checks;
using HomelabPortal.Overview.Problems;
using HomelabPortal.Ui.State;
using static HomelabPortal.Tests.Cluster.Objects;

namespace HomelabPortal.Tests.Overview.Problems;

public sealed class CheckProblemsTests
{
    private static readonly CheckSummary _pihole = new("c1", "pihole", "House", CheckKind.Dns, "10.0.0.53") { Phase = CheckPhase.Down, Words = "No answer within 5 s." };

    [Fact]
    public void Check_ThatIsDown_OffersToBeSilenced()
    {
        var problem = Assert.Single(LabProblems.Find(ProblemWorld.Calm with { Checks = new ChecksState([_pihole]) }));

        Assert.Equal((HealthState.Broken, "pihole fails its check", "No answer within 5 s.", "/checks/c1"), (problem.State, problem.Title, problem.Sentence, problem.Link));
        Assert.Contains(problem.Steps, step => step is { Text: "Silence", Href: "/?silence=c1", IsAct: true });
    }

    [Fact]
    public void Check_ThatIsSilent_NeedsNobodyUntilItsEnd()
    {
        var checks = new ChecksState([_pihole with { SilentUntil = Now.AddHours(1) }]);

        Assert.Empty(CheckProblems.Find(checks, [], Now));
        Assert.Single(CheckProblems.Find(checks, [], Now.AddHours(2)));
    }

    [Theory]
    [InlineData(CheckPhase.Up)]
    [InlineData(CheckPhase.Failing)]
    [InlineData(CheckPhase.Unknown)]
    [InlineData(CheckPhase.Off)]
    public void Check_ThatIsNotDown_IsNoProblem(CheckPhase phase) => Assert.Empty(CheckProblems.Find(new ChecksState([_pihole with { Phase = phase }]), [], Now));

    [Fact]
    public void DerivedChecks_OfOneName_AreToldOnce_AndNotWhereItsCauseIs()
    {
        var checks = new ChecksState([Derived("edge"), Derived("lan")]);

        Assert.Single(CheckProblems.Find(checks, [], Now));
        Assert.Empty(CheckProblems.Find(checks, [new Problem(HealthState.Broken, "tv keeps crashing", "tv.cowlab.org leads nowhere meanwhile.", "/cluster/pods/media/tv", null)], Now));
    }

    private static CheckSummary Derived(string kind) => _pihole with { Id = $"{kind}:tv.cowlab.org", Name = "tv.cowlab.org", IsDerived = true, Host = "tv.cowlab.org" };
}
