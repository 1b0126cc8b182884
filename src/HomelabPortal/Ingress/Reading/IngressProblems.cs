using System.Collections.Immutable;
using HomelabPortal.Cluster.Health;

namespace HomelabPortal.Ingress.Reading;

/// <summary>Routes that do not lead where they should, worst first, in an order that stays.</summary>
internal static class IngressProblems
{
    public static ImmutableArray<Problem> Find(IngressState state) =>
    [
        .. state.Routes
            .Where(route => route.Health.NeedsSomeone)
            .OrderByDescending(route => route.Health.State).ThenBy(route => route.NameText, StringComparer.Ordinal)
            .Select(route => new Problem(
                route.Health.State, $"{(route.Hosts is [var host, ..] ? host.Name : route.NameText)} {What(route.Health)}", route.Health.Sentence,
                $"/cluster/ingress?q={Uri.EscapeDataString(route.Name)}", route.Health.Since)),
    ];

    private static string What(Verdict health) => health switch
    {
        { Word: "Certificate" } => "has a certificate problem",
        { State: Ui.State.HealthState.Broken } => "leads nowhere",
        { State: Ui.State.HealthState.Unknown } => "cannot be judged",
        _ => "lacks endpoints",
    };
}
