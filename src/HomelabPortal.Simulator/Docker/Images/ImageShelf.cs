using System.Collections;

namespace HomelabPortal.Simulator.Docker;

/// <summary>The images of one host by their names with tags. Changed only under the host's gate.</summary>
public sealed class ImageShelf : IEnumerable<string>
{
    private readonly SortedDictionary<string, SimulatedImage> _images = new(StringComparer.Ordinal);

    public int Count => ById.Count;

    internal IReadOnlyList<IGrouping<string, KeyValuePair<string, SimulatedImage>>> ById => [.. _images.GroupBy(pair => pair.Value.Id)];

    /// <summary>Puts an image there as if it had been built on the host.</summary>
    public void Add(string reference) => Add(reference, new SimulatedImage("sha256:" + StableId.Hex("image/" + reference, 64), null, RegistryContent.Bytes(reference)));

    public bool Contains(string reference) => Find(reference) is not null;

    public IEnumerator<string> GetEnumerator() => _images.Keys.Where(name => !name.Contains('@')).ToList().GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>As a pull does: beside the tag, which may move, the digest names it.</summary>
    internal void Add(string reference, SimulatedImage image)
    {
        Tag(reference, image);
        if (image.Digest is { } digest) _images[$"{ImageName.Repository(reference)}@{digest}"] = image;
    }

    internal void Tag(string reference, SimulatedImage image) => _images[ImageName.WithTag(reference)] = image;

    /// <summary>By name with tag, name with digest, or the beginning of an ID.</summary>
    internal SimulatedImage? Find(string reference)
    {
        if (_images.TryGetValue(ImageName.WithTag(reference), out var named)) return named;
        if (reference.Split('@') is [var name, var digest])
            return _images.FirstOrDefault(pair => ImageName.Repository(pair.Key) == ImageName.Repository(name) && pair.Value.Digest == digest).Value;
        var id = reference.StartsWith("sha256:", StringComparison.Ordinal) ? reference : "sha256:" + reference;
        return id.Length > "sha256:".Length + 3 ? _images.Values.FirstOrDefault(image => image.Id.StartsWith(id, StringComparison.Ordinal)) : null;
    }

    internal IReadOnlyList<string> NamesOf(string id) => [.. _images.Where(pair => pair.Value.Id == id).Select(pair => pair.Key)];

    internal void Remove(string name) => _images.Remove(name);
}
