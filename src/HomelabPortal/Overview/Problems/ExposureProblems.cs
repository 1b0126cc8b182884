using HomelabPortal.Cluster.Health;
using HomelabPortal.Exposures;
using HomelabPortal.Plans;
using HomelabPortal.Ui.State;

namespace HomelabPortal.Overview.Problems;

/// <summary>What the portal shall have made and has not, or what was changed under its hands: exposures and containers.</summary>
internal static class ExposureProblems
{
    public static IEnumerable<Problem> Find(LabScene scene) => Exposures(scene).Concat(Containers(scene));

    private static IEnumerable<Problem> Exposures(LabScene scene) =>
        from line in ExposureLine.Of(scene.Desired, scene.Reconcile, scene.Docker, scene.Now)
        where !line.IsLeaving && line.State is HealthState.Broken or HealthState.Degraded
        select new Problem(line.State, $"{line.Hostname}: {Lower(line.Word)}", line.Explanation ?? "Its page says more.", $"/exposures/{line.Id}", null);

    private static IEnumerable<Problem> Containers(LabScene scene) =>
        from container in scene.Desired.Containers
        let owner = scene.Reconcile.Of(container.Id)
        where owner is not null && owner.Phase.State() is HealthState.Broken or HealthState.Degraded
        select new Problem(owner.Phase.State(), $"Container {container.Name}: {Lower(owner.Phase.Word())}", owner.Explanation ?? "Its page says more.", $"/gpu/containers/{container.Id}", null);

    private static string Lower(string word) => word.Length == 0 ? "in trouble" : char.ToLowerInvariant(word[0]) + word[1..];
}
