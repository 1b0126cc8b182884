using System.Collections.Immutable;
using HomelabPortal.Desired.Containers;
using HomelabPortal.Gpu.Telemetry;

namespace HomelabPortal.Gpu.Containers.Leases;

/// <summary>What telemetry says of a host's cards.</summary>
/// <param name="At">When it was measured; null when it never was or cannot be now.</param>
internal sealed record MeasuredCards(ImmutableArray<MeasuredCard> Cards, DateTimeOffset? At)
{
    public static MeasuredCards None { get; } = new([], null);

    public static MeasuredCards Of(GpuHostState? host) => host is null
        ? None
        : new MeasuredCards(
            [.. host.Cards.Select(card => new MeasuredCard(card.Uuid, card.Index, card.MemoryTotalMiB, card.MemoryFreeMiB ?? card.MemoryTotalMiB - card.MemoryUsedMiB))],
            host.Fault is null ? host.AsOf : null);

    /// <summary>All the memory of the cards that are asked for; null when a part of it is not known.</summary>
    public double? TotalOf(GpuRequest gpu) => Sum(gpu, card => card.TotalMiB);

    public double? FreeOf(GpuRequest gpu) => Sum(gpu, card => card.FreeMiB);

    public IEnumerable<MeasuredCard> Of(GpuRequest gpu)
    {
        var cards = Cards.OrderBy(card => card.Index);
        return gpu switch
        {
            { Ids.IsEmpty: false } => cards.Where(card => gpu.Ids.Any(id => id.Equals(card.Uuid, StringComparison.OrdinalIgnoreCase) || id == $"{card.Index}")),
            { Count: { } count } => cards.Take(count),
            _ => cards,
        };
    }

    private double? Sum(GpuRequest gpu, Func<MeasuredCard, double?> amount)
    {
        var amounts = Of(gpu).Select(amount).ToList();
        return amounts.Count == 0 || amounts.Contains(null) ? null : amounts.Sum();
    }
}
