using System.Collections.Immutable;

namespace HomelabPortal.Cluster;

/// <summary>The latest measurements of one thing, oldest first, never more than <see cref="Longest"/>.</summary>
public sealed record UsageHistory(ImmutableArray<Usage> Points)
{
    /// <summary>Half an hour at one measurement in 20 seconds.</summary>
    public const int Longest = 90;

    public static UsageHistory Empty { get; } = new([]);

    public Usage? Latest => Points is [.., var last] ? last : null;

    public UsageHistory Add(Usage usage) =>
        new(Points.Length < Longest ? Points.Add(usage) : [.. Points[^(Longest - 1)..], usage]);
}
