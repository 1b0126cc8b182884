using System.Collections.Immutable;
using HomelabPortal.Cluster.Health;
using HomelabPortal.Cluster.LoadBalancer;
using HomelabPortal.Hostnames.Watching;
using HomelabPortal.Ingress.Reading;
using HomelabPortal.Ui.State;

namespace HomelabPortal.Overview.Problems;

/// <summary>Everything in the lab that needs somebody, worst first, each with what to do next; what only follows from another is told with it.</summary>
internal static class LabProblems
{
    public static ImmutableArray<Problem> Find(LabScene scene) =>
    [
        .. WithChecks(Consequences.Fold(All(scene), scene), scene).OrderByDescending(problem => problem.State)
            .Select(problem => problem with { Steps = ProblemSteps.Of(problem, scene) }),
    ];

    private static IEnumerable<Problem> WithChecks(IReadOnlyList<Problem> problems, LabScene scene) => problems.Concat(CheckProblems.Find(scene.Checks, problems, scene.Now));

    private static IEnumerable<Problem> All(LabScene scene) => ClusterProblems.Find(scene.Cluster, scene.Now)
        .Concat(NetworkProblems.Find(scene.Api, scene.Cluster, scene.Now))
        .Concat(ExposureProblems.Find(scene))
        .Concat(IngressProblems.Find(scene.Ingress).Where(problem => problem.State == HealthState.Broken))
        .Concat(HostnameProblems.Find(scene.Hostnames))
        .Concat(MachineProblems.Find(scene));
}
