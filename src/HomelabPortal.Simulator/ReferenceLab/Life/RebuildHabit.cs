using System.Text.Json.Nodes;
using HomelabPortal.Simulator.Kubernetes;
using HomelabPortal.Simulator.ReferenceLab.Objects;

namespace HomelabPortal.Simulator.ReferenceLab.Life;

/// <summary>Fills the replica that is out of step, per cent by per cent; some minutes after it is whole it falls out of step again.</summary>
internal sealed class RebuildHabit(KubernetesStore store) : ILabHabit
{
    private static readonly TimeSpan Rests = TimeSpan.FromMinutes(5);

    public TimeSpan Every { get; } = TimeSpan.FromSeconds(4);

    public void Act(DateTimeOffset now)
    {
        foreach (var engine in store.List("longhorn.io", "engines"))
        {
            if (engine["status"]?["rebuildStatus"] is not JsonObject { Count: > 0 } rebuilds) continue;
            var (address, rebuild) = rebuilds.First();
            if (Replica(engine, address) is not { } replica) continue;
            if ((bool)rebuild!["isRebuilding"]!)
                Fill(engine, replica, address, (int)rebuild["progress"]! + 1, now);
            else if (DateTimeOffset.TryParse((string?)replica["spec"]!["healthyAt"], out var whole) && whole + Rests <= now)
                FallBehind(engine, replica, address, now);
        }
    }

    private void Fill(JsonObject engine, JsonObject replica, string address, int percent, DateTimeOffset now)
    {
        store.Edit(engine, current =>
        {
            var rebuild = current["status"]!["rebuildStatus"]![address]!;
            (rebuild["progress"], rebuild["isRebuilding"], rebuild["state"]) = (percent, percent < 100, percent < 100 ? "in_progress" : "complete");
            if (percent >= 100) current["status"]!["replicaModeMap"]![replica.Name()] = "RW";
        });
        if (percent < 100) return;
        store.Edit(replica, current => current["spec"]!["healthyAt"] = Manifest.Time(now));
        Tell(engine, "healthy", null);
    }

    private void FallBehind(JsonObject engine, JsonObject replica, string address, DateTimeOffset now)
    {
        store.Edit(replica, current => current["spec"]!["healthyAt"] = "");
        store.Edit(engine, current =>
        {
            var rebuild = current["status"]!["rebuildStatus"]![address]!;
            (rebuild["progress"], rebuild["isRebuilding"], rebuild["state"]) = (0, true, "in_progress");
            current["status"]!["replicaModeMap"]![replica.Name()] = "WO";
        });
        Tell(engine, "degraded", now);
    }

    private void Tell(JsonObject engine, string robustness, DateTimeOffset? degradedAt)
    {
        if (store.Get(LonghornObjects.Api, "Volume", engine.Namespace(), (string)engine["spec"]!["volumeName"]!) is not { } volume) return;
        store.Edit(volume, current =>
        {
            current["status"]!["robustness"] = robustness;
            if (degradedAt is { } at) current["status"]!["lastDegradedAt"] = Manifest.Time(at);
        });
    }

    private JsonObject? Replica(JsonObject engine, string address) =>
        (engine["status"]!["currentReplicaAddressMap"] as JsonObject ?? []).FirstOrDefault(entry => $"tcp://{entry.Value}" == address) is { Key: { } name }
            ? store.Get(LonghornObjects.Api, "Replica", engine.Namespace(), name)
            : null;
}
