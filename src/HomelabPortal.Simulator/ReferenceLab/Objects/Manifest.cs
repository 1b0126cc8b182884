using System.Globalization;
using System.Text.Json.Nodes;
using HomelabPortal.Simulator.ReferenceLab.House;

namespace HomelabPortal.Simulator.ReferenceLab.Objects;

/// <summary>The beginning of every object: type, name, identity, age, labels, owner.</summary>
internal static class Manifest
{
    public static JsonObject New(string apiVersion, string kind, string? ns, string name, DateTimeOffset created)
    {
        var metadata = new JsonObject { ["name"] = name };
        if (ns is not null) metadata["namespace"] = ns;
        metadata["uid"] = StableId.Uid($"{kind}/{ns}/{name}/{created.ToUnixTimeSeconds()}");
        metadata["creationTimestamp"] = Time(created);
        return new JsonObject { ["apiVersion"] = apiVersion, ["kind"] = kind, ["metadata"] = metadata };
    }

    public static JsonObject Labelled(this JsonObject target, params ReadOnlySpan<(string Key, string? Value)> labels)
        => Put(target, "labels", labels);

    public static JsonObject Annotated(this JsonObject target, params ReadOnlySpan<(string Key, string? Value)> annotations)
        => Put(target, "annotations", annotations);

    public static JsonObject OwnedBy(this JsonObject target, JsonObject owner)
    {
        target["metadata"]!["ownerReferences"] = new JsonArray(new JsonObject
        {
            ["apiVersion"] = owner["apiVersion"]!.DeepClone(),
            ["kind"] = owner["kind"]!.DeepClone(),
            ["name"] = owner["metadata"]!["name"]!.DeepClone(),
            ["uid"] = owner["metadata"]!["uid"]!.DeepClone(),
            ["controller"] = true,
            ["blockOwnerDeletion"] = true,
        });
        return target;
    }

    /// <summary>Marks the object as owned by an Argo CD application, in the way Argo CD does it.</summary>
    public static JsonObject TrackedBy(this JsonObject target, string? application)
    {
        if (application is null) return target;
        var apiVersion = (string)target["apiVersion"]!;
        var group = apiVersion.Contains('/') ? apiVersion[..apiVersion.IndexOf('/')] : "";
        var id = $"{application}:{group}/{(string)target["kind"]!}:{(string?)target["metadata"]!["namespace"]}/{(string)target["metadata"]!["name"]!}";
        return target.Annotated(("argocd.argoproj.io/tracking-id", id));
    }

    /// <summary>Marks the object as k3s marks what it applies from its own folder or for a chart.</summary>
    public static JsonObject AppliedByK3s(this JsonObject target, string kind, string name)
        => target.Annotated(
            ("objectset.rio.cattle.io/applied", "H4sIAAAAAAAA/" + StableId.Hex($"applied/{kind}/{name}", 64)),
            ("objectset.rio.cattle.io/id", kind == "Addon" ? "" : "helm-controller-chart-registration"),
            ("objectset.rio.cattle.io/owner-gvk", kind == "Addon" ? "k3s.cattle.io/v1, Kind=Addon" : "helm.cattle.io/v1, Kind=HelmChart"),
            ("objectset.rio.cattle.io/owner-name", name),
            ("objectset.rio.cattle.io/owner-namespace", "kube-system"));

    public static JsonObject With(this JsonObject target, string key, JsonNode value)
    {
        target[key] = value;
        return target;
    }

    public static string Time(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    public static string MicroTime(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture);

    private static JsonObject Put(JsonObject target, string member, ReadOnlySpan<(string Key, string? Value)> pairs)
    {
        var metadata = target["metadata"]!.AsObject();
        if (metadata[member] is not JsonObject map) metadata[member] = map = [];
        foreach (var (key, value) in pairs)
            if (value is not null) map[key] = value;
        return target;
    }
}
