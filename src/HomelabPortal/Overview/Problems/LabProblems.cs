using System.Collections.Immutable;
using HomelabPortal.Cluster.Health;
using HomelabPortal.Cluster.LoadBalancer;
using HomelabPortal.Hostnames.Watching;
using HomelabPortal.Ingress.Reading;
using HomelabPortal.Ui.State;

namespace HomelabPortal.Overview.Problems;

/// <summary>
/// Everything in the lab that needs somebody, worst first, each with what to do next; what only follows from another is told with it.
/// While the cluster cannot be seen, what was wrong in it comes last, as unknown and with its age; all else is judged anew.
/// </summary>
internal static class LabProblems
{
    public static ImmutableArray<Problem> Find(LabScene scene) =>
    [
        .. WithChecks(Consequences.Fold(All(scene), scene), scene).OrderByDescending(problem => problem.IsCurrent).ThenByDescending(problem => problem.State)
            .Select(problem => problem with { Steps = ProblemSteps.Of(problem, scene) }),
    ];

    /// <summary>What was seen long ago is no reason to leave out what a check finds now.</summary>
    private static IEnumerable<Problem> WithChecks(IReadOnlyList<Problem> problems, LabScene scene) =>
        problems.Concat(CheckProblems.Find(scene.Checks, [.. problems.Where(problem => problem.IsCurrent)], scene.Now));

    private static IEnumerable<Problem> All(LabScene scene)
    {
        // A cluster out of sight is judged as of its last word: time alone makes nothing worse in it.
        var now = scene.ClusterGap?.AsOf ?? scene.Now;
        return ClusterProblems.Find(scene.Cluster, now).Concat(NetworkProblems.Find(scene.Api, scene.Cluster, now)).Select(problem => Seen(problem, scene))
            .Concat(ExposureProblems.Find(scene))
            .Concat(IngressProblems.Find(scene.Ingress).Where(problem => problem.State == HealthState.Broken).Select(problem => Seen(problem, scene)))
            .Concat(HostnameProblems.Find(scene.Hostnames))
            .Concat(MachineProblems.Find(scene));
    }

    private static Problem Seen(Problem problem, LabScene scene) =>
        scene.ClusterGap is { AsOf: { } asOf } ? problem with { State = HealthState.Unknown, AsOf = asOf } : problem;
}
