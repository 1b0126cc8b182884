using System.Globalization;
using HomelabPortal.Desired.Containers;

namespace HomelabPortal.Gpu.Containers.Leases;

/// <summary>
/// Pure: whether the video memory that a container needs is really free. A process that has ended gives it back a moment later, and others may hold it without a lease.
/// What it needs is what it reserves; one that wants the card for itself and reserves nothing needs nearly all of it.
/// <code>
/// it claims nothing, needs nothing, or was told to start anyway      goes
/// measured after the last one ended: enough is free                  goes
/// measured after the last one ended: not enough                      waits until it is
/// not measured since, and one ended less than a minute ago           waits for a measurement
/// not measured since, and that was longer ago or never               goes, and says that nobody knows
/// </code>
/// A measurement older than three minutes says nothing.
/// </summary>
internal static class MemoryGate
{
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);
    public static readonly TimeSpan Freshness = TimeSpan.FromMinutes(3);

    /// <summary>The desktop and the driver keep a little of a card that somebody has for itself.</summary>
    private const double NearlyAll = 0.9;

    /// <param name="Why">Why it waits; when it goes, what is not known, or null.</param>
    internal sealed record Verdict(bool Goes, string? Why);

    /// <param name="releasedAt">When something that had the GPU was last seen to have ended; null when nothing was.</param>
    public static Verdict Decide(DesiredContainer wanted, MeasuredCards cards, DateTimeOffset? releasedAt, DateTimeOffset now)
    {
        if (wanted.IgnoresLease || wanted is not { Gpu: { } gpu, Lease: { } lease } || (!lease.IsExclusive && lease.ReservedMiB is null))
            return new Verdict(true, null);
        var total = cards.TotalOf(gpu);
        if ((lease.ReservedMiB ?? total * NearlyAll) is { } need && cards.FreeOf(gpu) is { } free && IsFresh(cards.At, releasedAt, now))
        {
            return free >= need
                ? new Verdict(true, null)
                : new Verdict(false, string.Create(CultureInfo.InvariantCulture, $"It needs {need:0} MiB of video memory, and {free:0} MiB are free. Who holds the rest is on the GPU page."));
        }

        return releasedAt is { } ended && now - ended < Patience
            ? new Verdict(false, "What ran on the GPU has ended just now, and its video memory is not measured since. It waits a minute at most.")
            : new Verdict(true, "its video memory is not measured, so nobody knows whether there is room");
    }

    /// <summary>Whether it needs memory of which a measurement tells when it is free.</summary>
    public static bool CanTell(DesiredContainer wanted, MeasuredCards cards, DateTimeOffset now) =>
        wanted is { IgnoresLease: false, Gpu: { } gpu, Lease: { } lease } && (lease.IsExclusive || lease.ReservedMiB is not null)
        && cards.TotalOf(gpu) is not null && cards.FreeOf(gpu) is not null && IsFresh(cards.At, null, now);

    private static bool IsFresh(DateTimeOffset? at, DateTimeOffset? releasedAt, DateTimeOffset now) =>
        at is { } measured && now - measured <= Freshness && !(measured < releasedAt);
}
