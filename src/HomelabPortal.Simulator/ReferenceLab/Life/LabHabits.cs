using HomelabPortal.Simulator.Docker;
using HomelabPortal.Simulator.Kubernetes;
using HomelabPortal.Simulator.ReferenceLab.Life.Rollouts;

namespace HomelabPortal.Simulator.ReferenceLab.Life;

/// <summary>Everything the reference lab does by itself.</summary>
internal static class LabHabits
{
    public static IReadOnlyList<ILabHabit> All(KubernetesStore store, IReadOnlyList<DockerState> hosts, int seed)
    {
        var random = new Random(seed);
        return
        [
            new GitOpsHabit(store),
            new DeploymentHabit(store),
            new PodHabit(store),
            new CronJobHabit(store),
            new JobHabit(store),
            new CrashLoopHabit(store),
            new RestartHabit(store, random),
            new WorkloadStatusHabit(store),
            new EndpointHabit(store),
            new BudgetHabit(store),
            new QuotaHabit(store),
            new GarbageHabit(store),
            new LeaseHabit(store),
            new RebuildHabit(store),
            new MetricsHabit(store, seed),
            new ContainerLogHabit(hosts, random),
            new GpuHabit(hosts, new Random(seed + 1)),
        ];
    }
}
