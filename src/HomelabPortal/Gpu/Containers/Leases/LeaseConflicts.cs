using System.Collections.Immutable;
using HomelabPortal.Desired.Containers;

namespace HomelabPortal.Gpu.Containers.Leases;

/// <summary>
/// Pure: where leases of what runs contradict each other, as after an edit of a lease while it ran. Nothing is stopped for it, so it is said.
/// What was told to start anyway contradicts nobody: its owner knows.
/// </summary>
internal static class LeaseConflicts
{
    private const string WhatToDo = "Stop one of them, or change a lease.";

    /// <param name="totalOf">The memory of the cards that are asked for; null while it is not known.</param>
    public static ImmutableArray<string> Among(IEnumerable<DesiredContainer> holding, Func<GpuRequest, double?> totalOf)
    {
        var holders = holding.Where(container => !container.IgnoresLease).Select(LeaseHolder.Of).OfType<LeaseHolder>().ToList();
        var alone = holders.SelectMany((left, at) => holders.Skip(at + 1).Where(right => LeaseRules.MayShareACard(left.Gpu, right.Gpu)).Select(right => OfTwo(left, right))).OfType<string>().ToList();
        // Whoever is to be alone has that said already.
        return alone.Count > 0 ? [.. alone] : [.. holders.Select(holder => OfMemory(holder, holders, totalOf(holder.Gpu))).OfType<string>().Distinct(StringComparer.Ordinal)];
    }

    private static string? OfTwo(LeaseHolder left, LeaseHolder right) => (left.Lease.IsExclusive, right.Lease.IsExclusive) switch
    {
        (false, false) => null,
        (true, true) => $"{left.Name} and {right.Name} each want the GPU for themselves, and both run. {WhatToDo}",
        (true, _) => Beside(left, right),
        _ => Beside(right, left),
    };

    private static string Beside(LeaseHolder alone, LeaseHolder other) => $"{alone.Name} wants the GPU for itself, and {other.Name} runs beside it. {WhatToDo}";

    private static string? OfMemory(LeaseHolder holder, List<LeaseHolder> holders, double? total)
    {
        var together = holders.Where(other => other.Lease.ReservedMiB is not null && (other.Id == holder.Id || LeaseRules.MayShareACard(other.Gpu, holder.Gpu))).ToList();
        var taken = together.Sum(other => (long)other.Lease.ReservedMiB!.Value);
        return holder.Lease.ReservedMiB is not null && together.Count > 1 && taken > total
            ? $"{LeaseRules.Names(together)} run and reserve {taken} MiB of video memory together, and the GPU has {(int)total} MiB. {WhatToDo}"
            : null;
    }
}
