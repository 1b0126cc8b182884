using HomelabPortal.Kubernetes;

namespace HomelabPortal.Cluster.Applications;

/// <summary>Where an application comes from, in words.</summary>
public sealed record ApplicationSource(string Repository, string Path, string Revision)
{
    internal static IReadOnlyList<ApplicationSource> Of(ArgoApplicationSpec spec) =>
        [.. (spec.Sources.Count > 0 ? spec.Sources : spec.Source is { } one ? [one] : []).Select(source => new ApplicationSource(
            source.RepoUrl, source.Chart.Length > 0 ? $"chart {source.Chart}" : source.Path, source.TargetRevision.Length > 0 ? source.TargetRevision : "HEAD"))];

    /// <summary>"lab/homelab", the part of the address that tells repositories apart.</summary>
    public string ShortRepository
    {
        get
        {
            var path = Uri.TryCreate(Repository, UriKind.Absolute, out var address) ? address.AbsolutePath.Trim('/') : Repository;
            path = path.EndsWith(".git", StringComparison.Ordinal) ? path[..^4] : path;
            return path.Length > 0 ? path : address?.Host ?? Repository;
        }
    }
}
