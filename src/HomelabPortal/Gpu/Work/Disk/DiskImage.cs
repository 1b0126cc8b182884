using System.Collections.Immutable;

namespace HomelabPortal.Gpu.Work.Disk;

/// <summary>An image on a Docker host.</summary>
/// <param name="Id">"sha256:…".</param>
/// <param name="Names">With tags; empty for one without a name.</param>
/// <param name="Bytes">With the layers it shares with others.</param>
/// <param name="OwnBytes">Without them, which is what removing it alone frees; null when the engine does not tell.</param>
/// <param name="Users">Names of the containers made from it.</param>
/// <param name="Kept">Why it must stay; null for what may go.</param>
public sealed record DiskImage(string Id, ImmutableArray<string> Names, long Bytes, long? OwnBytes, DateTimeOffset Created, ImmutableArray<string> Users, string? Kept)
{
    public bool HasName => !Names.IsEmpty;

    public string Title => HasName ? Names[0] : $"without a name, {ShortId}";

    private string ShortId => Id.Replace("sha256:", "", StringComparison.Ordinal) is { Length: > 12 } digits ? digits[..12] : Id;
}
