using HomelabPortal.Simulator.Kubernetes;
using HomelabPortal.Simulator.ReferenceLab.Objects;

namespace HomelabPortal.Simulator.ReferenceLab.Life;

/// <summary>Every few minutes a container somewhere runs out of memory and is back a moment later.</summary>
internal sealed class RestartHabit(KubernetesStore store, Random random) : ILabHabit
{
    private static readonly TimeSpan Recovery = TimeSpan.FromSeconds(9);
    private static readonly TimeSpan LeastPause = TimeSpan.FromMinutes(4);
    private DateTimeOffset? _next;
    private (string Uid, DateTimeOffset At)? _recovering;

    public TimeSpan Every { get; } = TimeSpan.FromSeconds(3);

    public void Act(DateTimeOffset now)
    {
        _next ??= now + Pause();
        if (_recovering is { } down && down.At <= now)
        {
            _recovering = null;
            if (store.List("", "pods").FirstOrDefault(pod => pod.Uid() == down.Uid) is { } back)
                store.Edit(back, pod => PodReadiness.Set(pod, isReady: true, now));
        }
        if (_next > now) return;
        _next = now + Pause();
        Strike(now);
    }

    private void Strike(DateTimeOffset now)
    {
        // The control plane and storage are left alone: one app at a time is news enough.
        var candidates = store.List("", "pods").Where(pod => pod.IsReady() && !pod.IsDeleting() && pod.Namespace() is not ("kube-system" or "longhorn-system")).ToList();
        if (candidates.Count == 0) return;
        var victim = candidates[random.Next(candidates.Count)];
        store.Edit(victim, pod =>
        {
            var restarts = (int)pod["status"]!["containerStatuses"]![0]!["restartCount"]!;
            PodObjects.Restarted(pod, restarts + 1, 137, "OOMKilled", now);
            PodReadiness.Set(pod, isReady: false, now);
        });
        _recovering = (victim.Uid(), now + Recovery);
        LabEvents.Record(store, victim, "Warning", "BackOff", $"Container in pod {victim.Name()} was killed: out of memory", "kubelet", now);
    }

    private TimeSpan Pause() => LeastPause + TimeSpan.FromSeconds(random.Next(360));
}
