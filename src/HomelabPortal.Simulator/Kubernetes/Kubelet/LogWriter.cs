using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;

namespace HomelabPortal.Simulator.Kubernetes.Kubelet;

/// <summary>
/// Writes the logs of the lab's containers when somebody reads them: made-up lines up to now, the same each time,
/// and a new file whenever the pod's status says that the container began anew.
/// </summary>
internal sealed class LogWriter(TimeProvider time)
{
    private const int Past = 300;
    private const int Largest = 20_000;
    private readonly ConditionalWeakTable<ContainerLog, Progress> _progress = [];
    private readonly Lock _lock = new();

    /// <summary>Brings the log up to now and keeps it there while it is read; false when the container never started.</summary>
    public bool Follow(ContainerKey key, KubeletLogs logs, Func<JsonObject?> pod)
    {
        if (ContainerStand.Of(pod(), key.Container).NeverStarted) return false;
        lock (_lock)
        {
            var log = logs.Of(key.Namespace, key.Pod, key.Container);
            var progress = _progress.GetOrCreateValue(log);
            if (progress.Uid is { } uid && uid != key.Uid)
            {
                logs.Remove(key.Namespace, key.Pod);
                log = logs.Of(key.Namespace, key.Pod, key.Container);
                progress = _progress.GetOrCreateValue(log);
            }
            progress.Uid = key.Uid;
            log.CatchUp = () => CatchUp(log, progress, key, pod());
        }
        return true;
    }

    private void CatchUp(ContainerLog log, Progress progress, ContainerKey key, JsonObject? pod)
    {
        var stand = ContainerStand.Of((string?)pod?["metadata"]?["uid"] == key.Uid ? pod : null, key.Container);
        lock (_lock)
        {
            var lines = MadeUpLog.Of(key);
            var isFirst = progress.Next == 0;
            // The run before this one, for those who ask for it.
            if (stand.Restarts > log.Restarts)
            {
                if (isFirst) log.Current.Add(lines.Last(stand.EndedAt ?? stand.StartedAt!.Value, 40, ends: true));
                while (log.Restarts < stand.Restarts) log.Restart();
                progress.Next = 0;
            }
            var until = stand.StartedAt is null ? stand.EndedAt : time.GetUtcNow();
            if (until is { } end)
            {
                if (progress.Next == 0) progress.Next = Math.Max(lines.TickAt(stand.StartedAt ?? end.AddMinutes(-1)), lines.TickAt(end) - Past);
                log.Current.Add(lines.Between(progress.Next, lines.TickAt(end)));
                progress.Next = Math.Max(progress.Next, lines.TickAt(end) + 1);
            }
            if (log.Current.Count > Largest) log.Rotate(Largest / 10);
            if (stand.StartedAt is not null || log.Current.HasEnded) return;
            if (stand.EndedAt is { } at && log.Restarts > 0) log.Current.Add(lines.Last(at, 0, ends: true));
            log.End();
        }
    }

    private sealed class Progress
    {
        public string? Uid { get; set; }

        /// <summary>The first tick not written yet; zero before anything was.</summary>
        public long Next { get; set; }
    }
}
