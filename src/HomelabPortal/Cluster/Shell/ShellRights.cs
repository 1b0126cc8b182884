using System.Globalization;
using HomelabPortal.Cluster.Objects;
using HomelabPortal.Kubernetes;

namespace HomelabPortal.Cluster.Shell;

/// <summary>What the portal's account in the cluster needs for a shell.</summary>
internal static class ShellRights
{
    /// <summary>Up to Kubernetes 1.34 the server asks for get alone, from 1.35 on for create as well.</summary>
    public static RbacRule Rule { get; } = new("", "pods/exec", "get, create");

    /// <summary>The verbs that this server asks for.</summary>
    public static IReadOnlyList<string> VerbsOf(ServerVersion version) =>
        version.Major == "1" && int.TryParse(version.Minor.TrimEnd('+'), NumberStyles.None, CultureInfo.InvariantCulture, out var minor) && minor < 35 ? ["get"] : ["get", "create"];
}
