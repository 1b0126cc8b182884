using HomelabPortal.Access;
using HomelabPortal.Access.Authority;
using HomelabPortal.Storage.Rows;
using static HomelabPortal.Tests.Access.Authority.People;

namespace HomelabPortal.Tests.Access.Authority;

public sealed class ActDecisionTests
{
    public static TheoryData<string> Acts => [.. Enum.GetNames<Act>()];

    [Fact]
    public void Table_OfAllActs_SaysExactlyThis() => Assert.Equal(
        """
        SeeLab          viewer   operator admin  lab:read
        SeeAudit        -        operator admin  audit:read
        SeeUsers        -        -        admin  no token
        LookAgain       -        operator admin  applies:write
        ExposeInHouse   -        operator admin  exposures:write
        RemoveExposure  -        operator admin  exposures:write
        Publish         -        -        proof  exposures:publish
        EditRecords     -        -        admin  records:write
        EditTunnels     -        -        admin  tunnels:write
        DeleteTunnel    -        -        proof  tunnels:write
        ReadTunnelToken -        -        proof  tunnels:write
        EditLoginPolicies -        -        proof  logins:write
        CloseTunnels    -        operator admin  exposures:write
        RestoreZone     -        -        proof  records:write
        ProbeNames      -        operator admin  applies:write
        ChangePolicy    -        -        admin  policy:write
        ConfirmDeletes  -        -        proof  no token
        ChangeOwnSignIn proof    proof    proof  no token
        EndOwnSession   viewer   operator admin  no token
        EndAnySession   -        -        admin  no token
        MakeToken       proof    proof    proof  no token
        RevokeOwnToken  viewer   operator admin  no token
        RevokeAnyToken  -        -        admin  no token
        ManageUsers     -        -        proof  no token
        BackUp          -        -        proof  no token
        ChangeRetention -        -        proof  no token
        ReadManifests   -        operator admin  manifests:read
        ReadLogs        -        operator admin  logs:read
        OpenShell       -        proof    proof  shells:open
        RestartWorkload -        operator admin  workloads:act
        ScaleWorkload   -        operator admin  workloads:act
        RollBack        -        operator admin  workloads:act
        DeletePod       -        operator admin  workloads:act
        RunCronJob      -        operator admin  workloads:act
        SuspendCronJob  -        operator admin  workloads:act
        CordonNode      -        operator admin  nodes:act
        DrainNode       -        operator admin  nodes:act
        EditContainers  -        operator admin  containers:write
        AllowUnsafeContainer -        -        proof  no token
        PruneHost       -        -        proof  containers:write
        EditChecks      -        operator admin  checks:write
        SilenceChecks   -        operator admin  checks:write
        EditChannels    -        -        admin  notifications:write
        """,
        string.Join("\n", Enum.GetValues<Act>().Select(Line)));

    [Theory]
    [MemberData(nameof(Acts))]
    public void Anybody_WithoutASessionOrToken_MayDoNothing(string act) =>
        Assert.Equal(AccessRefusalKind.SignedOut, ActDecision.WhyNot(State(), Nobody, Enum.Parse<Act>(act), Noon)?.Kind);

    [Fact]
    public void Actor_CalledPortal_IsNotThePortal() =>
        Assert.NotNull(ActDecision.WhyNot(State(), new Actor(Actor.Portal.Name), Act.ChangePolicy, Noon));

    [Fact]
    public void Portal_ItsOwnObject_MayDoEverything() => Assert.Null(ActDecision.WhyNot(AccessState.Empty, Actor.Portal, Act.Publish, Noon));

    [Fact]
    public void Session_ThatEnded_IsRefusedThoughTheActorStillNamesIt()
    {
        var state = State();
        var ended = state with { Sessions = state.Sessions.Remove(SessionOf(Role.Admin)) };

        Assert.Equal(AccessRefusalKind.SignedOut, ActDecision.WhyNot(ended, InSession(Role.Admin), Act.SeeLab, Noon)?.Kind);
    }

    [Theory]
    [InlineData(11 * 60 + 59, true)]
    [InlineData(12 * 60, false)]
    public void Session_AfterTwelveHours_IsOverHoweverFresh(int minutes, bool may) =>
        Assert.Equal(may, ActDecision.WhyNot(State(), InSession(Role.Viewer), Act.SeeLab, Noon.AddMinutes(minutes)) is null);

    [Theory]
    [InlineData(300, true)]
    [InlineData(301, false)]
    public void Publishing_AfterFiveMinutes_NeedsANewProof(int seconds, bool may)
    {
        var refusal = ActDecision.WhyNot(State(), InSession(Role.Admin), Act.Publish, Noon.AddSeconds(seconds));

        Assert.Equal(may ? null : AccessRefusalKind.NeedsProof, refusal?.Kind);
    }

    [Fact]
    public void DisabledAccount_WithOpenSessionAndToken_MayDoNothing()
    {
        var state = State(Scopes.ReadLab).Without(Role.Admin);

        Assert.Equal(AccessRefusalKind.SignedOut, ActDecision.WhyNot(state, InSession(Role.Admin), Act.SeeLab, Noon)?.Kind);
        Assert.Equal(AccessRefusalKind.SignedOut, ActDecision.WhyNot(state, WithToken(Role.Admin), Act.SeeLab, Noon)?.Kind);
    }

    [Fact]
    public void Account_LoweredWhileSignedIn_LosesItsActsAtOnce()
    {
        var state = State();
        var lowered = state with { Accounts = state.Accounts.SetItem("Admin", state.Accounts["Admin"] with { Role = Role.Viewer }) };

        Assert.Equal(AccessRefusalKind.Role, ActDecision.WhyNot(lowered, InSession(Role.Admin), Act.ChangePolicy, Noon)?.Kind);
    }

    [Fact]
    public void Token_WithoutTheScope_IsRefusedByName()
    {
        var refusal = ActDecision.WhyNot(State(Scopes.ReadLab), WithToken(Role.Admin), Act.ChangePolicy, Noon);

        Assert.Equal(AccessRefusalKind.Scope, refusal?.Kind);
        Assert.Contains("policy:write", refusal?.Message);
    }

    [Fact]
    public void Token_OfAViewerWithEveryScope_IsStillAViewers() =>
        Assert.Equal(AccessRefusalKind.Role, ActDecision.WhyNot(State(Scopes.WritePolicy), WithToken(Role.Viewer), Act.ChangePolicy, Noon)?.Kind);

    [Fact]
    public void Token_ExpiredOrRevoked_IsRefused()
    {
        var state = State(Scopes.ReadLab);
        var token = state.Tokens[TokenOf(Role.Admin)];
        var revoked = state with { Tokens = state.Tokens.SetItem(token.Id, token with { RevokedAt = Noon }) };

        Assert.NotNull(ActDecision.WhyNot(state, WithToken(Role.Admin), Act.SeeLab, token.ExpiresAt));
        Assert.NotNull(ActDecision.WhyNot(revoked, WithToken(Role.Admin), Act.SeeLab, Noon));
        Assert.Null(ActDecision.WhyNot(state, WithToken(Role.Admin), Act.SeeLab, Noon));
    }

    private static string Line(Act act)
    {
        var scope = ActTable.Of(act).Scope ?? "no token";
        return $"{act,-15} {Cell(Role.Viewer),-8} {Cell(Role.Operator),-8} {Cell(Role.Admin),-6} {scope}";

        // An hour after sign-in nobody's proof is recent.
        string Cell(Role role) => ActDecision.WhyNot(State(), InSession(role), act, Noon.AddHours(1))?.Kind switch
        {
            null => role.ToString().ToLowerInvariant(),
            AccessRefusalKind.NeedsProof => "proof",
            _ => "-",
        };
    }
}
