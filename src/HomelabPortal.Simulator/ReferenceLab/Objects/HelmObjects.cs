using System.Text.Json.Nodes;

namespace HomelabPortal.Simulator.ReferenceLab.Objects;

/// <summary>A chart that k3s installs by itself, with the job that did so.</summary>
internal static class HelmObjects
{
    private const string Name = "node-feature-discovery";
    private const string JobName = "helm-install-" + Name;

    public static IEnumerable<JsonObject> All(DateTimeOffset now)
    {
        var installed = now.AddDays(-61);
        var chart = Chart(installed);
        yield return chart;
        yield return Job(chart, installed);
    }

    private static JsonObject Chart(DateTimeOffset installed)
        => Manifest.New("helm.cattle.io/v1", "HelmChart", "kube-system", Name, installed)
            .AppliedByK3s("Addon", Name)
            .With("spec", new JsonObject
            {
                ["repo"] = "https://kubernetes-sigs.github.io/node-feature-discovery/charts",
                ["chart"] = Name,
                ["version"] = "0.17.3",
                ["targetNamespace"] = "node-feature-discovery",
                ["createNamespace"] = true,
                ["valuesContent"] = "worker:\n  tolerations:\n  - key: CriticalAddonsOnly\n    operator: Exists\nprometheus:\n  enable: false\n",
            })
            .With("status", new JsonObject
            {
                ["jobName"] = JobName,
                ["conditions"] = new JsonArray(
                    new JsonObject { ["type"] = "JobCreated", ["status"] = "True", ["reason"] = "Job created", ["message"] = $"Applying HelmChart using Job kube-system/{JobName}" },
                    new JsonObject { ["type"] = "Failed", ["status"] = "False", ["reason"] = "", ["message"] = "" }),
            });

    private static JsonObject Job(JsonObject chart, DateTimeOffset installed)
        => Manifest.New("batch/v1", "Job", "kube-system", JobName, installed)
            .Labelled(("helmcharts.helm.cattle.io/chart", Name))
            .AppliedByK3s("HelmChart", Name)
            .OwnedBy(chart)
            .With("spec", new JsonObject
            {
                ["completions"] = 1,
                ["parallelism"] = 1,
                ["backoffLimit"] = 1000,
                ["template"] = new JsonObject
                {
                    ["metadata"] = new JsonObject { ["labels"] = new JsonObject { ["job-name"] = JobName } },
                    ["spec"] = new JsonObject
                    {
                        ["restartPolicy"] = "OnFailure",
                        ["containers"] = new JsonArray(new JsonObject { ["name"] = "helm", ["image"] = "rancher/klipper-helm:v0.9.8-build20250709" }),
                    },
                },
            })
            .With("status", new JsonObject
            {
                ["succeeded"] = 1,
                ["startTime"] = Manifest.Time(installed),
                ["completionTime"] = Manifest.Time(installed.AddSeconds(21)),
                ["conditions"] = new JsonArray(PodObjects.Condition("Complete", true, installed.AddSeconds(21), "CompletionsReached", "Reached expected number of succeeded pods")),
            });
}
