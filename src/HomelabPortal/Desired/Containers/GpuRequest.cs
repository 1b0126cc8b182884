using System.Collections.Immutable;

namespace HomelabPortal.Desired.Containers;

/// <summary>Which GPUs a container gets: those named, else the first so many, else all.</summary>
public sealed record GpuRequest
{
    /// <summary>UUIDs, which stay when cards move, or indexes.</summary>
    public ImmutableArray<string> Ids { get; init; } = [];

    public int? Count { get; init; }

    public static GpuRequest All { get; } = new();

    public override string ToString() => this switch
    {
        { Ids.IsEmpty: false } => string.Join(", ", Ids),
        { Count: { } count } => count == 1 ? "the first GPU" : $"the first {count} GPUs",
        _ => "all GPUs",
    };
}
