using HomelabPortal.Kubernetes;

namespace HomelabPortal.Cluster.Objects.Browser;

/// <summary>One kind that the cluster serves, in the version it prefers.</summary>
/// <param name="Kind">As in manifests: "Deployment".</param>
/// <param name="Group">Empty for the core group.</param>
/// <param name="Resource">As in addresses: "deployments.apps".</param>
/// <param name="CanList">False for kinds of which only single objects can be read, or none.</param>
public sealed record KindInfo(string Kind, string Group, string Version, string Resource, bool IsNamespaced, bool CanList)
{
    public string GroupWords => Group.Length == 0 ? "core" : Group;

    public string Scope => IsNamespaced ? "In namespaces" : "Whole cluster";

    public string Href => $"/cluster/objects/{Resource}";

    internal ResourceType Type => new(Group, Version, Group.Length == 0 ? Resource : Resource[..^(Group.Length + 1)], Kind, IsNamespaced);
}
