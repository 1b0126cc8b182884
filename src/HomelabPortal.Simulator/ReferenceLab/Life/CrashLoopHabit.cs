using System.Text.Json.Nodes;
using HomelabPortal.Simulator.Kubernetes;
using HomelabPortal.Simulator.ReferenceLab.House;
using HomelabPortal.Simulator.ReferenceLab.Objects;

namespace HomelabPortal.Simulator.ReferenceLab.Life;

/// <summary>Sends the broken app round and round: waits, runs for a moment, ends with an error. Where it stands is read off the pod.</summary>
internal sealed class CrashLoopHabit(KubernetesStore store) : ILabHabit
{
    private static readonly TimeSpan Waits = TimeSpan.FromSeconds(75);
    private static readonly TimeSpan Runs = TimeSpan.FromSeconds(8);
    private static readonly TimeSpan StaysDown = TimeSpan.FromSeconds(3);
    private readonly ChangeGate _gate = new(store, ("", "pods"));
    private readonly HashSet<string> _broken = [.. LabApps.All.Where(app => app.CrashLoops).Select(app => app.Name)];
    private IReadOnlyList<JsonObject> _pods = [];

    public TimeSpan Every { get; } = TimeSpan.FromSeconds(1);

    public void Act(DateTimeOffset now)
    {
        if (_gate.HasChanged())
            _pods = [.. store.List("", "pods").Where(pod => _broken.Contains((string?)pod["metadata"]!["labels"]?["app.kubernetes.io/name"] ?? ""))];
        foreach (var pod in _pods.Where(pod => !pod.IsDeleting() && (string?)pod["status"]?["phase"] == "Running")) Turn(pod, now);
    }

    private void Turn(JsonObject pod, DateTimeOffset now)
    {
        var status = pod["status"]!["containerStatuses"]![0]!;
        var (state, restarts) = (status["state"]!, (int)status["restartCount"]!);
        if (state["running"] is { } running && At(running, "startedAt") + Runs <= now)
        {
            store.Edit(pod, current => CrashLoop.Terminated(current, restarts, now));
        }
        else if (state["terminated"] is { } ended && At(ended, "finishedAt") + StaysDown <= now)
        {
            store.Edit(pod, current => CrashLoop.Waiting(current, restarts, At(ended, "finishedAt")));
            LabEvents.Record(store, pod, "Warning", "BackOff", $"Back-off restarting failed container {status["name"]} in pod {pod.Name()}", "kubelet", now);
        }
        else if (state["waiting"] is not null && At(status["lastState"]!["terminated"]!, "finishedAt") + Waits <= now)
        {
            store.Edit(pod, current => CrashLoop.Running(current, restarts + 1, now));
            LabEvents.Record(store, pod, "Normal", "Started", $"Started container {status["name"]}", "kubelet", now);
        }
    }

    private static DateTimeOffset At(JsonNode state, string member) => DateTimeOffset.Parse((string)state[member]!);
}
