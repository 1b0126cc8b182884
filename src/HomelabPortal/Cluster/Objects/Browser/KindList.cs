using System.Collections.Immutable;

namespace HomelabPortal.Cluster.Objects.Browser;

/// <summary>Everything the cluster serves.</summary>
/// <param name="Unknown">Groups that could not be asked, such as those of a server behind the cluster's own that is down.</param>
public sealed record KindList(ImmutableArray<KindInfo> Kinds, ImmutableArray<string> Unknown, DateTimeOffset ReadAt)
{
    /// <param name="resource">Such as "deployments.apps" or "pods".</param>
    public KindInfo? Find(string resource) => Kinds.FirstOrDefault(kind => kind.Resource == resource);
}
