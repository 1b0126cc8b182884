using HomelabPortal.Cluster.Objects.Browser;

namespace HomelabPortal.Cluster.Objects.Api;

/// <summary>A kind that the cluster serves.</summary>
/// <param name="Resource">What its addresses go by: "deployments.apps".</param>
/// <param name="Group">Empty for the core group.</param>
/// <param name="Listable">False when only single objects can be read.</param>
internal sealed record KindResource(string Resource, string Kind, string Group, string Version, bool Namespaced, bool Listable)
{
    public static KindResource Of(KindInfo kind) => new(kind.Resource, kind.Kind, kind.Group, kind.Version, kind.IsNamespaced, kind.CanList);
}
