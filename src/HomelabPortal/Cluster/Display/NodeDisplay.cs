using HomelabPortal.Kubernetes;

namespace HomelabPortal.Cluster.Display;

/// <summary>Says of a node what <c>kubectl get nodes -o wide</c> says (Kubernetes <c>printNode</c>).</summary>
internal static class NodeDisplay
{
    private const string RolePrefix = "node-role.kubernetes.io/";

    public static string Status(Node node)
    {
        var ready = node.Status.Conditions.Find("Ready");
        var status = ready is null ? "Unknown" : ready.IsTrue() ? "Ready" : "NotReady";
        return node.Spec.Unschedulable ? status + ",SchedulingDisabled" : status;
    }

    public static string Roles(Node node)
    {
        var roles = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var (key, value) in node.Metadata.Labels)
        {
            if (key.StartsWith(RolePrefix, StringComparison.Ordinal) && key.Length > RolePrefix.Length)
                roles.Add(key[RolePrefix.Length..]);
            else if (key == "kubernetes.io/role" && value.Length > 0)
                roles.Add(value);
        }

        return roles.Count == 0 ? "<none>" : string.Join(',', roles);
    }

    public static string InternalIp(Node node) => Address(node, "InternalIP");

    public static string ExternalIp(Node node) => Address(node, "ExternalIP");

    public static string OsImage(Node node) => OrUnknown(node.Status.NodeInfo.OsImage);

    public static string Kernel(Node node)
    {
        var info = node.Status.NodeInfo;
        return info.Architecture.Length == 0 ? OrUnknown(info.KernelVersion) : $"{OrUnknown(info.KernelVersion)} ({info.Architecture})";
    }

    public static string Runtime(Node node) => OrUnknown(node.Status.NodeInfo.ContainerRuntimeVersion);

    /// <summary>"gpu=amd:NoSchedule", "dedicated:NoExecute".</summary>
    public static string Taint(Taint taint) => taint.Value.Length > 0 ? $"{taint.Key}={taint.Value}:{taint.Effect}" : $"{taint.Key}:{taint.Effect}";

    private static string Address(Node node, string type) =>
        node.Status.Addresses.FirstOrDefault(address => address.Type == type)?.Address ?? "<none>";

    private static string OrUnknown(string text) => text.Length == 0 ? "<unknown>" : text;
}
