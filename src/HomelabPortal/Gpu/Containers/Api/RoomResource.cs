using HomelabPortal.Gpu.Containers.Leases;

namespace HomelabPortal.Gpu.Containers.Api;

/// <summary>Whether a container would fit on the GPU if it were started now.</summary>
/// <param name="Why">What is in its way; null when it fits.</param>
/// <param name="InTheWay">Names of those that it would wait for.</param>
/// <param name="MayStop">Those of lower priority that make room when they are stopped; none when that would not do.</param>
internal sealed record RoomResource(bool Fits, string? Why, IReadOnlyList<string> InTheWay, IReadOnlyList<string> MayStop)
{
    public static RoomResource Of(LeaseVerdict verdict) => new(verdict.Fits, verdict.Why, [.. verdict.InTheWay.Select(holder => holder.Name)], [.. verdict.MayStop.Select(holder => holder.Name)]);
}
