using System.Collections.Immutable;

namespace HomelabPortal.Cluster.Acts.Planning;

/// <summary>A version of a Deployment that its history still holds.</summary>
/// <param name="ReplicaSet">The one that keeps its template.</param>
/// <param name="Images">By container, as "sonarr: lscr.io/linuxserver/sonarr:4.0.15".</param>
public sealed record Revision(long Number, string ReplicaSet, DateTimeOffset? Created, ImmutableArray<string> Images, bool IsCurrent);
