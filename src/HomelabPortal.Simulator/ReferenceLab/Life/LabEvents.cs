using System.Text.Json.Nodes;
using HomelabPortal.Simulator.Kubernetes;
using HomelabPortal.Simulator.ReferenceLab.Objects;

namespace HomelabPortal.Simulator.ReferenceLab.Life;

/// <summary>Writes events as the cluster does: a repeated one is counted, an old one forgotten.</summary>
internal static class LabEvents
{
    private static readonly TimeSpan Kept = TimeSpan.FromHours(1);

    public static void Record(KubernetesStore store, JsonObject about, string type, string reason, string message, string source, DateTimeOffset now)
        => store.Transact(() =>
        {
            var known = store.List("", "events").FirstOrDefault(item => (string?)item["involvedObject"]!["uid"] == about.Uid()
                && (string?)item["reason"] == reason && (string?)item["message"] == message);
            if (known is null)
            {
                store.Put(EventObjects.About(about, type, reason, message, source, 1, now, now));
                return true;
            }
            known["count"] = (int)known["count"]! + 1;
            known["lastTimestamp"] = Manifest.Time(now);
            store.Put(known);
            return true;
        });

    public static void Forget(KubernetesStore store, DateTimeOffset now)
    {
        foreach (var item in store.List("", "events"))
            if ((string?)item["lastTimestamp"] is { } last && DateTimeOffset.Parse(last) < now - Kept)
                store.Delete("v1", "Event", item.Namespace(), item.Name());
    }
}
