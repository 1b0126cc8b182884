using HomelabPortal.Checks;
using HomelabPortal.Cluster.Health;
using HomelabPortal.Desired.Checks;
using HomelabPortal.Ui.State;

namespace HomelabPortal.Overview.Problems;

/// <summary>
/// Pure: checks that are down and that nobody has silenced.
/// What follows from a name of the lab is left out where another problem names it already, and told once for each name.
/// </summary>
internal static class CheckProblems
{
    public static IEnumerable<Problem> Find(ChecksState checks, IReadOnlyCollection<Problem> others, DateTimeOffset now) =>
        from check in checks.Problems.Where(check => !check.IsSilent(now)).DistinctBy(check => check.IsDerived ? check.Host : check.Id)
        where !check.IsDerived || !others.Any(other => Tells(other, check.Host))
        select new Problem(check.Severity == CheckSeverity.Critical ? HealthState.Broken : HealthState.Degraded, $"{check.Name} fails its check", check.Words, check.Href, check.Since);

    private static bool Tells(Problem problem, string host) =>
        problem.Title.Contains(host, StringComparison.OrdinalIgnoreCase) || problem.Sentence.Contains(host, StringComparison.OrdinalIgnoreCase) || problem.Link.EndsWith("/" + host, StringComparison.OrdinalIgnoreCase);
}
