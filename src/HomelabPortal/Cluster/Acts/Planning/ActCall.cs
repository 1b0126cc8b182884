using System.Text.Json;
using System.Text.Json.Nodes;

namespace HomelabPortal.Cluster.Acts.Planning;

/// <summary>The requests of acts: what the plan shows is what is sent, save for the guards that tie it to the state seen.</summary>
internal static class ActCall
{
    private static readonly JsonSerializerOptions _shown = new() { WriteIndented = true };

    public const string RestartedAt = "kubectl.kubernetes.io/restartedAt";

    /// <param name="at">RFC 3339, as kubectl writes it.</param>
    public static JsonObject Restart(string at) => new()
    {
        ["spec"] = new JsonObject { ["template"] = new JsonObject { ["metadata"] = new JsonObject { ["annotations"] = new JsonObject { [RestartedAt] = at } } } },
    };

    public static JsonObject Scale(int replicas) => new() { ["spec"] = new JsonObject { ["replicas"] = replicas } };

    public static JsonObject Suspend(bool suspend) => new() { ["spec"] = new JsonObject { ["suspend"] = suspend } };

    public static JsonObject Cordon(bool cordon) => new() { ["spec"] = new JsonObject { ["unschedulable"] = cordon } };

    public static string Path(ActWish wish, string subresource = "")
    {
        var root = wish.Kind switch
        {
            "Deployment" => "/apis/apps/v1/namespaces/{0}/deployments/{1}",
            "StatefulSet" => "/apis/apps/v1/namespaces/{0}/statefulsets/{1}",
            "DaemonSet" => "/apis/apps/v1/namespaces/{0}/daemonsets/{1}",
            "CronJob" => "/apis/batch/v1/namespaces/{0}/cronjobs/{1}",
            "Pod" => "/api/v1/namespaces/{0}/pods/{1}",
            _ => "/api/v1/nodes/{1}",
        };
        return string.Format(null, root, wish.Namespace, wish.Name) + subresource;
    }

    public static string Shown(JsonNode body) => body.ToJsonString(_shown);
}
