using HomelabPortal.Access.Authority;
using HomelabPortal.Access.Tokens;
using HomelabPortal.Storage.Rows;
using static HomelabPortal.Tests.Access.Authority.People;

namespace HomelabPortal.Tests.Access.Tokens;

public sealed class ScopeTableTests
{
    /// <summary>Every act by every scope, with a token of an admin that has that scope alone.</summary>
    [Fact]
    public void Token_WithOneScope_MayDoExactlyThis() => Assert.Equal(
        """
        lab:read          SeeLab
        audit:read        SeeAudit
        exposures:write   ExposeInHouse RemoveExposure CloseTunnels
        exposures:publish Publish
        records:write     EditRecords RestoreZone
        tunnels:write     EditTunnels DeleteTunnel ReadTunnelToken
        logins:write      EditLoginPolicies
        policy:write      ChangePolicy
        applies:write     LookAgain ProbeNames
        manifests:read    ReadManifests
        logs:read         ReadLogs
        shells:open       OpenShell
        workloads:act     RestartWorkload ScaleWorkload RollBack DeletePod RunCronJob SuspendCronJob
        nodes:act         CordonNode DrainNode
        containers:write  EditContainers PruneHost
        checks:write      EditChecks SilenceChecks
        notifications:write EditChannels
        """,
        string.Join("\n", ScopeWords.All.Select(word => $"{word.Scope,-17} {string.Join(' ', ActsWith(Role.Admin, word.Scope))}")));

    [Fact]
    public void Token_WithEveryScope_NeverDoesMoreThanItsAccount()
    {
        var every = ScopeWords.All.Select(word => word.Scope).ToArray();

        Assert.Equal([Act.SeeLab], ActsWith(Role.Viewer, every));
        Assert.Equal([Act.SeeLab, Act.SeeAudit, Act.LookAgain, Act.ExposeInHouse, Act.RemoveExposure, Act.CloseTunnels, Act.ProbeNames, .. Enum.GetValues<Act>().Where(act => act is >= Act.ReadManifests and not (Act.AllowUnsafeContainer or Act.PruneHost or Act.EditChannels))], ActsWith(Role.Operator, every));
    }

    [Fact]
    public void Scopes_OfTheTable_AllHaveWords() =>
        Assert.Equal(ActTable.All.Select(rule => rule.Scope).OfType<string>().Distinct().Order(), ScopeWords.All.Select(word => word.Scope).Order());

    private static IEnumerable<Act> ActsWith(Role role, params string[] scopes) =>
        Enum.GetValues<Act>().Where(act => ActDecision.WhyNot(State(scopes), WithToken(role), act, Noon) is null);
}
