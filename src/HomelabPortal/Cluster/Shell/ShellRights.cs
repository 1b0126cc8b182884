using HomelabPortal.Cluster.Objects;

namespace HomelabPortal.Cluster.Shell;

/// <summary>What the portal's account in the cluster needs for a shell.</summary>
internal static class ShellRights
{
    /// <summary>Up to Kubernetes 1.34 the server asks for get alone, from 1.35 on for create as well.</summary>
    public static RbacRule Rule { get; } = new("", "pods/exec", "get, create");
}
