using System.Text.Json.Nodes;

namespace HomelabPortal.Simulator.ReferenceLab.Objects;

/// <summary>Gives a pod its service account's token, as admission does: a volume under a name with a random end, in every container.</summary>
internal static class ServiceAccountToken
{
    private const string Path = "/var/run/secrets/kubernetes.io/serviceaccount";

    public static void Mount(JsonObject pod)
    {
        var (spec, name) = (pod["spec"]!.AsObject(), "kube-api-access-" + StableId.Suffix((string)pod["metadata"]!["name"]!, 5));
        spec["serviceAccountName"] ??= "default";
        spec["serviceAccount"] ??= spec["serviceAccountName"]!.DeepClone();
        Add(spec, "volumes", new JsonObject
        {
            ["name"] = name,
            ["projected"] = new JsonObject
            {
                ["defaultMode"] = 420,
                ["sources"] = new JsonArray(
                    new JsonObject { ["serviceAccountToken"] = new JsonObject { ["expirationSeconds"] = 3607, ["path"] = "token" } },
                    new JsonObject { ["configMap"] = new JsonObject { ["name"] = "kube-root-ca.crt", ["items"] = new JsonArray(new JsonObject { ["key"] = "ca.crt", ["path"] = "ca.crt" }) } }),
            },
        });
        foreach (var container in (spec["initContainers"] as JsonArray ?? []).Concat(spec["containers"]!.AsArray()))
            Add(container!.AsObject(), "volumeMounts", new JsonObject { ["name"] = name, ["readOnly"] = true, ["mountPath"] = Path });
    }

    private static void Add(JsonObject target, string member, JsonObject item)
    {
        if (target[member] is not JsonArray items) target[member] = items = [];
        items.Add(item);
    }
}
