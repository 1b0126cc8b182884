using System.Collections.Immutable;
using HomelabPortal.Docker;
using HomelabPortal.Gpu.Containers.Updates.Checking;
using HomelabPortal.Gpu.Containers.Writing;

namespace HomelabPortal.Gpu.Containers.Updates;

/// <summary>What registries have, and which images are on the hosts.</summary>
/// <param name="Images">By host; none for one that was not seen yet.</param>
internal sealed record UpdateState(ImmutableDictionary<PullKey, ImageFinding> Findings, ImmutableDictionary<string, ImmutableArray<ImageSummary>> Images)
{
    public static UpdateState Empty { get; } = new(ImmutableDictionary<PullKey, ImageFinding>.Empty, ImmutableDictionary<string, ImmutableArray<ImageSummary>>.Empty);

    public ImageFinding? Find(string host, string image) => Findings.GetValueOrDefault(new PullKey(host, image));

    public ImmutableArray<ImageSummary> ImagesOf(string host) => Images.GetValueOrDefault(host, []);

    /// <summary>Null when it is not known there.</summary>
    public ImageSummary? FindImage(string host, string? id) => id is null ? null : ImagesOf(host).FirstOrDefault(image => image.Id == id);
}
