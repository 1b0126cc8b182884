using System.Collections.Immutable;
using HomelabPortal.Cluster.Health;

namespace HomelabPortal.Ingress.Reading;

/// <summary>Routes that do not lead where they should, worst first, in an order that stays, each with what to do.</summary>
internal static class IngressProblems
{
    public static ImmutableArray<Problem> Find(IngressState state) =>
    [
        .. state.Routes
            // The certificate itself is listed among the cluster's problems, with its cause.
            .Where(route => route.Health is { NeedsSomeone: true, Word: not "Certificate" })
            .OrderByDescending(route => route.Health.State).ThenBy(route => route.NameText, StringComparer.Ordinal)
            .Select(route => new Problem(
                route.Health.State, $"{(route.Hosts is [var host, ..] ? host.Name : route.NameText)} {What(route.Health)}", $"{route.Health.Sentence} {Findings.NextStep(route.Findings)}".TrimEnd(), route.Href, route.Health.Since)),
    ];

    private static string What(Verdict health) => health switch
    {
        { Word: "Tie" } => "is claimed twice",
        { Word: "Never asked" } => "is never asked",
        { Word: "Unknown class" } => "asks for an unknown ingress class",
        { State: Ui.State.HealthState.Broken } => "leads nowhere",
        { State: Ui.State.HealthState.Unknown } => "cannot be judged",
        _ => "lacks endpoints",
    };
}
