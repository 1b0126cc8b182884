using HomelabPortal.Api;
using HomelabPortal.Desired.Containers;
using HomelabPortal.Gpu.Containers.Updates.Scheduling;

namespace HomelabPortal.Gpu.Containers.Updates.Api;

/// <summary>The versions of a container's image.</summary>
/// <param name="Id">The id of the wanted container.</param>
/// <param name="Standing">How what it runs stands to what its registry has.</param>
/// <param name="Explanation">The same in words.</param>
/// <param name="Digest">The version it runs; null when that is not known.</param>
/// <param name="Offered">The newer version that an update takes; null when there is none.</param>
/// <param name="CheckedAt">When the registry last told which version it has.</param>
/// <param name="Trouble">Why it did not tell the last time, while an older answer stands.</param>
/// <param name="IsPinned">A digest in the image's name pins it.</param>
/// <param name="NextWindowAt">When its schedule may take a new version next; null without a schedule.</param>
/// <param name="Former">Versions that served before and are still on the host, the last first.</param>
internal sealed record VersionsResource(
    string Id, StandingKind Standing, string Explanation, string? Digest, string? Offered, DateTimeOffset? CheckedAt, string? Trouble, bool IsPinned,
    DateTimeOffset? NextWindowAt, IReadOnlyList<FormerVersionResource> Former)
{
    public static VersionsResource Of(DesiredContainer container, UpdateCandidate candidate, UpdateState state, DateTimeOffset now)
    {
        var standing = candidate.Standing;
        return new VersionsResource(
            container.Id, standing.Kind, VersionWords.Sentence(standing, candidate.Running is not null), standing.Digest, standing.Offered, standing.Finding?.At,
            VersionWords.Trouble(standing), standing.IsPinned,
            container.Updates.IsScheduled ? UpdateWindows.NextOpening(container.Updates.Window!, now)?.ToUniversalTime() : null,
            [.. VersionHistory.Of(container, candidate.Running, state).Select(FormerVersionResource.Of)]);
    }

    /// <summary>The moment of the next window is the clock's, and no part of it.</summary>
    public ApiAnswer ToAnswer() => ApiAnswer.Of(this, EntityTags.Of($"{Id} {Standing} {Explanation} {Digest} {Offered} {CheckedAt:O} {Trouble} {string.Join(',', Former)}"));
}
