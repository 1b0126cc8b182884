using System.Text.Json.Nodes;
using HomelabPortal.Simulator.Kubernetes.Resources;

namespace HomelabPortal.Simulator.Kubernetes.Writing;

/// <summary>Which parts of an object a write may change: all but the status, or through <c>/status</c> nothing else.</summary>
internal static class Parts
{
    public static JsonObject Combine(ApiResource resource, string subresource, JsonObject before, JsonObject sent)
    {
        if (subresource != "status")
        {
            if (resource.HasStatus) Copy(before, sent, "status");
            return sent;
        }
        var result = before.DeepClone().AsObject();
        Copy(sent, result, "status");
        // The status of a custom resource takes no metadata along; that of a built-in kind takes annotations, and labels of pods and nodes.
        if (resource.IsCustom) return result;
        Copy(sent["metadata"]!.AsObject(), result["metadata"]!.AsObject(), "annotations");
        if (resource.Group.Length == 0) Copy(sent["metadata"]!.AsObject(), result["metadata"]!.AsObject(), "labels");
        return result;
    }

    private static void Copy(JsonObject from, JsonObject to, string name)
    {
        if (from[name] is { } value) to[name] = value.DeepClone();
        else to.Remove(name);
    }
}
