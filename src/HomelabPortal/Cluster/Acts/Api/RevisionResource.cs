using HomelabPortal.Cluster.Acts.Planning;

namespace HomelabPortal.Cluster.Acts.Api;

/// <summary>A version of a Deployment that its history still holds.</summary>
/// <param name="Images">By container: "sonarr: lscr.io/linuxserver/sonarr:4.0.15".</param>
internal sealed record RevisionResource(long Revision, DateTimeOffset? Created, IReadOnlyList<string> Images, bool IsCurrent)
{
    public static RevisionResource Of(Revision revision) => new(revision.Number, revision.Created, revision.Images, revision.IsCurrent);
}
