using System.Text.Json.Nodes;
using HomelabPortal.Simulator.ReferenceLab.House;

namespace HomelabPortal.Simulator.ReferenceLab.Objects;

/// <summary>
/// The applications of Argo CD. Nearly all heal themselves; one does not, and somebody changed its Deployment by hand,
/// so that it is out of sync and stays so.
/// </summary>
internal static class ArgoObjects
{
    private const string ChangedByHand = "lidarr";

    public static IEnumerable<JsonObject> All(DateTimeOffset now)
        => LabApps.All.Where(app => app.Owner is not null)
            .GroupBy(app => app.Owner!)
            .Select(group => Application(group.Key, [.. group], now));

    private static JsonObject Application(string name, IReadOnlyList<LabApp> apps, DateTimeOffset now)
    {
        var (isDegraded, isChanged) = (apps.Any(app => app.CrashLoops), name == ChangedByHand);
        return Manifest.New("argoproj.io/v1alpha1", "Application", "argocd", name, now.AddDays(-402))
            .With("spec", new JsonObject
            {
                ["project"] = "default",
                ["source"] = new JsonObject
                {
                    ["repoURL"] = "https://gitea.cowlab.org/lab/homelab.git", ["path"] = $"apps/{name}", ["targetRevision"] = "main",
                },
                ["destination"] = new JsonObject { ["server"] = "https://kubernetes.default.svc", ["namespace"] = apps[0].Namespace },
                ["syncPolicy"] = new JsonObject { ["automated"] = new JsonObject { ["prune"] = true, ["selfHeal"] = !isChanged } },
            })
            .With("status", new JsonObject
            {
                ["sync"] = new JsonObject { ["status"] = isChanged ? "OutOfSync" : "Synced", ["revision"] = StableId.Hex("revision", 40) },
                ["health"] = new JsonObject { ["status"] = isDegraded ? "Degraded" : "Healthy" },
                ["resources"] = new JsonArray([.. apps.SelectMany(app => Resources(app, isChanged))]),
                ["operationState"] = Operation(name, now),
                ["reconciledAt"] = Manifest.Time(now.AddMinutes(-2)),
            });
    }

    private static IEnumerable<JsonNode> Resources(LabApp app, bool isChanged)
    {
        yield return Resource("apps", app.Kind.ToString(), app.Namespace, app.Name, app.CrashLoops ? "Degraded" : "Healthy", isSynced: !isChanged,
            app.CrashLoops ? $"Deployment \"{app.Name}\" exceeded its progress deadline" : null);
        if (app.Ports.Count > 0) yield return Resource("", "Service", app.Namespace, app.Name, "Healthy", isSynced: true);
        foreach (var volume in app.Volumes) yield return Resource("", "PersistentVolumeClaim", app.Namespace, StorageObjects.ClaimName(app, volume), "Healthy", isSynced: true);
        if (app.Route is not null) yield return Resource("traefik.io", "IngressRoute", app.Namespace, app.Name, health: null, isSynced: true);
    }

    private static JsonObject Resource(string group, string kind, string ns, string name, string? health, bool isSynced, string? message = null)
    {
        var resource = new JsonObject { ["kind"] = kind, ["namespace"] = ns, ["name"] = name, ["version"] = group == "traefik.io" ? "v1alpha1" : "v1", ["status"] = isSynced ? "Synced" : "OutOfSync" };
        if (group.Length > 0) resource["group"] = group;
        if (health is not null) resource["health"] = new JsonObject { ["status"] = health };
        if (message is not null) resource["health"]!["message"] = message;
        return resource;
    }

    private static JsonObject Operation(string name, DateTimeOffset now)
    {
        var finished = now.AddHours(-3).AddMinutes(-StableId.Number($"sync/{name}", 4000));
        return new JsonObject
        {
            ["phase"] = "Succeeded",
            ["message"] = "successfully synced (all tasks run)",
            ["startedAt"] = Manifest.Time(finished.AddSeconds(-4)),
            ["finishedAt"] = Manifest.Time(finished),
        };
    }
}
