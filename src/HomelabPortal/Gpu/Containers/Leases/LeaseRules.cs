using System.Collections.Immutable;
using HomelabPortal.Desired.Containers;

namespace HomelabPortal.Gpu.Containers.Leases;

/// <summary>
/// Pure: what fits on a GPU. Docker enforces nothing of it, and a model that finds no memory dies with an error in its log.
/// <code>
/// it claims nothing, or was told to start anyway    fits
/// it is exclusive, and another lease runs           does not fit
/// an exclusive lease runs                           does not fit
/// the reservations together exceed the memory       does not fit; what runs and reserves nothing counts as nothing
/// any other                                         fits
/// </code>
/// Only those in the way are counted that share a GPU with it: different ones by their names, else any may be the same.
/// </summary>
internal static class LeaseRules
{
    /// <param name="totalMiB">The memory of the card, or null while it is not known: then reservations are not added up.</param>
    public static LeaseVerdict Decide(DesiredContainer wanted, IEnumerable<LeaseHolder> running, int? totalMiB)
    {
        if (wanted.IgnoresLease || LeaseHolder.Of(wanted) is not { } claim)
            return LeaseVerdict.Fitting;
        var beside = running.Where(holder => holder.Id != claim.Id && MayShareACard(holder.Gpu, claim.Gpu)).ToImmutableArray();
        if (WhyNot(claim, beside, totalMiB) is not { } why)
            return LeaseVerdict.Fitting;
        var lower = beside.Where(holder => holder.Lease.Priority < claim.Lease.Priority).ToImmutableArray();
        var rest = beside.Except(lower).ToImmutableArray();
        return new LeaseVerdict(why, beside, WhyNot(claim, rest, totalMiB) is null ? Fewest(claim, beside, lower, totalMiB) : []);
    }

    private static string? WhyNot(LeaseHolder claim, ImmutableArray<LeaseHolder> beside, int? totalMiB)
    {
        if (claim.Lease.IsExclusive && !beside.IsEmpty)
            return $"It wants the GPU for itself, and {Names(beside)} {(beside.Length == 1 ? "runs" : "run")} on it.";
        if (beside.FirstOrDefault(holder => holder.Lease.IsExclusive) is { } exclusive)
            return $"{exclusive.Name} has the GPU for itself.";
        var taken = beside.Sum(holder => (long)(holder.Lease.ReservedMiB ?? 0));
        if (totalMiB is not { } total || claim.Lease.ReservedMiB is not { } need || taken + need <= total)
            return null;
        return beside.IsEmpty
            ? $"It needs {need} MiB of video memory, and the GPU has {total} MiB in all."
            : $"It needs {need} MiB of video memory, and {Names(beside)} {(beside.Length == 1 ? "reserves" : "reserve")} {taken} of {total} MiB.";
    }

    /// <summary>Of those that may be stopped only as many as make room, the least important first.</summary>
    private static ImmutableArray<LeaseHolder> Fewest(LeaseHolder claim, ImmutableArray<LeaseHolder> beside, ImmutableArray<LeaseHolder> lower, int? totalMiB)
    {
        var stopped = ImmutableArray<LeaseHolder>.Empty;
        foreach (var holder in lower.OrderBy(holder => holder.Lease.Priority).ThenBy(holder => holder.Name, StringComparer.Ordinal))
        {
            stopped = stopped.Add(holder);
            if (WhyNot(claim, [.. beside.Except(stopped)], totalMiB) is null)
                break;
        }

        return stopped;
    }

    public static bool MayShareACard(GpuRequest left, GpuRequest right) =>
        left.Ids.IsEmpty || right.Ids.IsEmpty || left.Ids.Intersect(right.Ids, StringComparer.OrdinalIgnoreCase).Any() || AreOfDifferentKinds(left, right);

    /// <summary>An index and a UUID may name the same card.</summary>
    private static bool AreOfDifferentKinds(GpuRequest left, GpuRequest right) =>
        left.Ids.Any(IsIndex) != right.Ids.Any(IsIndex) || left.Ids.Any(IsIndex) != left.Ids.All(IsIndex);

    private static bool IsIndex(string id) => id.All(char.IsAsciiDigit);

    public static string Names(IEnumerable<LeaseHolder> holders) => string.Join(" and ", holders.Select(holder => holder.Name).Order(StringComparer.Ordinal));
}
