using System.Collections.Immutable;
using HomelabPortal.Reconcile;

namespace HomelabPortal.Logins.Planning;

/// <summary>One complete look at Cloudflare Access.</summary>
internal sealed record LoginView(LoginState State) : ITargetView
{
    public const string Target = "access";
    public const string PolicyKind = "LoginPolicy";
    public const string ApplicationKind = "LoginApplication";

    /// <summary>The audience of whatever application stands before a hostname; the planner sees to it that none but ours comes to guard our names.</summary>
    public LabFacts Facts => State.TeamName is { } team
        ? new LabFacts(Logins: new LoginFacts(team, Audiences()))
        : new LabFacts();

    public Plan Plan(PlanRequest request) => LoginPlanner.Plan(request, State);

    private ImmutableDictionary<string, string> Audiences()
    {
        var audiences = ImmutableDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        foreach (var application in State.Applications.Where(application => application is { IsForNames: true, IsTagged: true, Mark: not null } && !application.Policies.IsEmpty))
        {
            foreach (var place in application.Places.Where(place => !place.Contains('/')))
            {
                if (application.Audience is { Length: > 0 } audience)
                    audiences[place] = audience;
            }
        }

        return audiences.ToImmutable();
    }
}
