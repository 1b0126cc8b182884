using HomelabPortal.Desired.Containers;
using HomelabPortal.Gpu.Containers.Checking;
using HomelabPortal.Gpu.Containers.Updates.Keeping;

namespace HomelabPortal.Gpu.Containers.Updates;

/// <summary>
/// Pure: how the version that a container runs stands to what its registry has.
/// <code>
/// image                                    registry                          standing
/// a digest alone                           any                               Pinned
/// any                                      nobody wants to know              NotAsked
/// not there, or not seen yet               any                               Unknown
/// without a digest of its repository       any                               Local
/// any                                      never answered                    Unknown
/// the version it has                       answered                          UpToDate
/// another                                  the one that is wanted already    Wanted
/// another                                  one that somebody went back from  Left
/// another                                  any other                         NewVersion
/// </code>
/// An answer stays true for its age when a later question fails.
/// </summary>
internal static class VersionStandings
{
    /// <param name="running">What bears the name on its host; null when nothing does.</param>
    public static VersionStanding Of(DesiredContainer container, DockerContainer? running, UpdateState state)
    {
        if (!ImageReference.TryParse(container.Image, out var reference))
            return new VersionStanding(StandingKind.Unknown, null, null, false);
        var isAsked = container.Updates.Mode != UpdateMode.Off;
        var standing = Of(container.Host, reference, running?.ImageId, state, isAsked);
        if (standing is not { Kind: StandingKind.NewVersion, Finding.Digest: { } newer })
            return standing;
        return standing with
        {
            Kind = newer == container.Digest ? StandingKind.Wanted : container.LeftDigests.Contains(newer) ? StandingKind.Left : StandingKind.NewVersion,
        };
    }

    /// <summary>Of a container that is somebody else's.</summary>
    public static VersionStanding OfForeign(string host, DockerContainer container, UpdateState state) =>
        NamedIn(container) is { } reference ? Of(host, reference, container.ImageId, state, isAsked: true) : new VersionStanding(StandingKind.Unknown, null, null, false);

    /// <summary>The image's name as it was asked for; null where only an id is known.</summary>
    public static ImageReference? NamedIn(DockerContainer container) =>
        !ImageIds.Is(container.Image, container.ImageId) && ImageReference.TryParse(container.Image, out var reference) ? reference : null;

    private static VersionStanding Of(string host, ImageReference reference, string? imageId, UpdateState state, bool isAsked)
    {
        var image = state.FindImage(host, imageId);
        var digest = ImageDigests.In(reference.Repository, image?.RepoDigests);
        var finding = reference.Followed is { } followed ? state.Find(host, followed) : null;
        var kind = (reference.Followed, image, digest, finding?.Digest) switch
        {
            (null, _, _, _) => StandingKind.Pinned,
            _ when !isAsked => StandingKind.NotAsked,
            (_, null, _, _) => StandingKind.Unknown,
            (_, _, null, _) => StandingKind.Local,
            (_, _, _, null) => StandingKind.Unknown,
            var (_, _, has, newest) => has == newest ? StandingKind.UpToDate : StandingKind.NewVersion,
        };
        return new VersionStanding(kind, digest, finding, reference.Digest is not null);
    }
}
