using System.Text.Json.Nodes;
using HomelabPortal.Simulator.ReferenceLab.Life;

namespace HomelabPortal.Simulator.ReferenceLab.Objects;

/// <summary>How much of a quota is used, in the resources that the lab limits.</summary>
internal static class QuotaStatus
{
    public static void Write(JsonObject quota, IReadOnlyList<JsonObject> pods, IReadOnlyList<JsonObject> claims)
    {
        var own = pods.Where(pod => pod.Namespace() == quota.Namespace() && (string?)pod["status"]?["phase"] is not ("Succeeded" or "Failed")).ToList();
        var hard = quota["spec"]!["hard"]!.AsObject();
        quota["status"] = new JsonObject
        {
            ["hard"] = hard.DeepClone(),
            ["used"] = new JsonObject(hard.Select(entry => KeyValuePair.Create(entry.Key, (JsonNode?)Used(entry.Key, own, claims, quota.Namespace())))),
        };
    }

    private static string Used(string resource, IReadOnlyList<JsonObject> pods, IReadOnlyList<JsonObject> claims, string ns) => resource switch
    {
        "pods" => pods.Count.ToString(),
        "persistentvolumeclaims" => claims.Count(item => (string)item["kind"]! == "PersistentVolumeClaim" && item.Namespace() == ns).ToString(),
        "requests.cpu" => $"{pods.Sum(pod => Requests(pod, "cpu", "m"))}m",
        "requests.memory" => $"{pods.Sum(pod => Requests(pod, "memory", "Mi"))}Mi",
        _ => "0",
    };

    /// <summary>The lab writes all its requests in one unit.</summary>
    private static int Requests(JsonObject pod, string resource, string unit) => pod["spec"]!["containers"]!.AsArray()
        .Select(container => (string?)container!["resources"]?["requests"]?[resource])
        .Sum(text => text is not null && text.EndsWith(unit, StringComparison.Ordinal) && int.TryParse(text[..^unit.Length], out var amount) ? amount : 0);
}
