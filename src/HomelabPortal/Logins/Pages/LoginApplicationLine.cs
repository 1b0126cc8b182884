using System.Collections.Immutable;
using HomelabPortal.Logins.Policies;

namespace HomelabPortal.Logins.Pages;

/// <summary>One row of the table of applications that Cloudflare has.</summary>
public sealed record LoginApplicationLine(string Id, string Places, string Name, bool IsOurs, string Policies, string Session)
{
    /// <param name="instance">This portal's; what another portal made is not ours.</param>
    internal static ImmutableArray<LoginApplicationLine> Of(LoginState state, string instance) =>
    [
        .. state.Applications.Where(application => application.IsForNames)
            .Select(application => new LoginApplicationLine(
                application.Id, string.Join(", ", application.Places), application.ReadableName,
                application.IsTagged && application.Mark?.Instance == instance, PoliciesOf(application, state), SessionWords.Of(application.SessionDuration)))
            .OrderBy(line => line.Places, StringComparer.Ordinal),
    ];

    private static string PoliciesOf(LiveLoginApplication application, LoginState state) => application.Policies.IsEmpty
        ? "None: nobody passes"
        : string.Join(", ", application.Policies.Select(id => state.FindPolicy(id) is { } policy ? $"{policy.ReadableName}{Word(policy.Decision)}" : "its own policy"));

    private static string Word(string decision) => decision switch
    {
        "bypass" => " (nobody is asked)",
        "deny" => " (refuses)",
        _ => "",
    };
}
