using System.Collections.Immutable;

namespace HomelabPortal.Gpu.Work.Stats;

/// <summary>The last minutes of one container, as long as somebody watches.</summary>
/// <param name="Points">Oldest first.</param>
/// <param name="IsStopped">It does not run, so that there is nothing to measure.</param>
public sealed record StatsTrail(ImmutableArray<ContainerRates> Points, bool IsStopped)
{
    /// <summary>Five minutes at two seconds.</summary>
    public const int Longest = 150;

    public static StatsTrail Empty { get; } = new([], false);

    public ContainerRates? Latest => Points.IsEmpty ? null : Points[^1];

    public StatsTrail With(ContainerRates rates) =>
        new((Points.Length < Longest ? Points : Points.RemoveRange(0, Points.Length - Longest + 1)).Add(rates), false);
}
