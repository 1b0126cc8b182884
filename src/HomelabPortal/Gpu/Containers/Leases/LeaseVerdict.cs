using System.Collections.Immutable;

namespace HomelabPortal.Gpu.Containers.Leases;

/// <summary>Whether something fits on the GPU beside what runs there.</summary>
/// <param name="Why">Null when it fits.</param>
/// <param name="InTheWay">What it would have to wait for.</param>
/// <param name="MayStop">Those in the way whose priority is lower; stopping them all makes room. Empty when that would not do.</param>
public sealed record LeaseVerdict(string? Why, ImmutableArray<LeaseHolder> InTheWay, ImmutableArray<LeaseHolder> MayStop)
{
    public static LeaseVerdict Fitting { get; } = new(null, [], []);

    public bool Fits => Why is null;
}
