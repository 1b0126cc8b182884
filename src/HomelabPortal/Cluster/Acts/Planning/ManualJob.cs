using System.Text.Json.Nodes;

namespace HomelabPortal.Cluster.Acts.Planning;

/// <summary>The Job of a CronJob that somebody runs by hand, as <c>kubectl create job --from</c> makes it.</summary>
internal static class ManualJob
{
    /// <summary>Pods of a Job add a suffix of their own to its name.</summary>
    private const int LongestName = 57;
    private const string Annotation = "cronjob.kubernetes.io/instantiate";

    public static string NameOf(string cronJob, string suffix)
    {
        var end = $"-manual-{suffix}";
        return cronJob[..Math.Min(cronJob.Length, LongestName - end.Length)].TrimEnd('-', '.') + end;
    }

    /// <param name="cronJob">With every field.</param>
    public static JsonObject Of(JsonObject cronJob, string suffix)
    {
        var (metadata, template) = (cronJob["metadata"]!, cronJob["spec"]!["jobTemplate"]!);
        var name = metadata["name"]!.GetValue<string>();
        var annotations = template["metadata"]?["annotations"]?.DeepClone().AsObject() ?? [];
        annotations[Annotation] = "manual";
        return new JsonObject
        {
            ["apiVersion"] = "batch/v1",
            ["kind"] = "Job",
            ["metadata"] = new JsonObject
            {
                ["name"] = NameOf(name, suffix),
                ["namespace"] = metadata["namespace"]!.DeepClone(),
                ["labels"] = template["metadata"]?["labels"]?.DeepClone(),
                ["annotations"] = annotations,
                // As its controller it also tidies the run away with the others.
                ["ownerReferences"] = new JsonArray(new JsonObject
                {
                    ["apiVersion"] = "batch/v1", ["kind"] = "CronJob", ["name"] = name, ["uid"] = metadata["uid"]!.DeepClone(), ["controller"] = true,
                }),
            },
            ["spec"] = template["spec"]!.DeepClone(),
        };
    }
}
