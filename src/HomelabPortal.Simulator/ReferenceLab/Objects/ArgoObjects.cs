using System.Text.Json.Nodes;
using HomelabPortal.Simulator.ReferenceLab.House;

namespace HomelabPortal.Simulator.ReferenceLab.Objects;

internal static class ArgoObjects
{
    public static IEnumerable<JsonObject> All(DateTimeOffset now)
        => LabApps.All.Where(app => app.Owner is not null)
            .GroupBy(app => app.Owner!)
            .Select(group => Application(group.Key, group.First().Namespace, isDegraded: group.Any(app => app.CrashLoops), now));

    private static JsonObject Application(string name, string ns, bool isDegraded, DateTimeOffset now)
        => Manifest.New("argoproj.io/v1alpha1", "Application", "argocd", name, now.AddDays(-402))
            .With("spec", new JsonObject
            {
                ["project"] = "default",
                ["source"] = new JsonObject
                {
                    ["repoURL"] = "https://gitea.cowlab.org/lab/homelab.git", ["path"] = $"apps/{name}", ["targetRevision"] = "main",
                },
                ["destination"] = new JsonObject { ["server"] = "https://kubernetes.default.svc", ["namespace"] = ns },
                ["syncPolicy"] = new JsonObject { ["automated"] = new JsonObject { ["prune"] = true, ["selfHeal"] = true } },
            })
            .With("status", new JsonObject
            {
                ["sync"] = new JsonObject { ["status"] = "Synced", ["revision"] = StableId.Hex("revision", 40) },
                ["health"] = new JsonObject { ["status"] = isDegraded ? "Degraded" : "Healthy" },
                ["reconciledAt"] = Manifest.Time(now.AddMinutes(-2)),
            });
}
