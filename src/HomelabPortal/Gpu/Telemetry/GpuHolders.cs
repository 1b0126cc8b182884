using System.Collections.Immutable;
using HomelabPortal.Gpu.Telemetry.Reading;

namespace HomelabPortal.Gpu.Telemetry;

/// <summary>
/// Joins the processes on a card with the processes of containers.
/// <list type="table">
/// <item><term>a process of a container</term><description>counts for the container</description></item>
/// <item><term>any other process</term><description>counts for "host / other"</description></item>
/// <item><term>memory in use that no process accounts for</term><description>counts for "host / other" too, as contexts and the driver's own: the rows add up to what the card says is used</description></item>
/// </list>
/// </summary>
internal static class GpuHolders
{
    private const double Rounding = 8;

    /// <param name="containers">Processes on the host of each container, by its name.</param>
    public static ImmutableArray<GpuHolder> Join(
        IReadOnlyList<GpuReading> cards, IReadOnlyList<ComputeProcess> processes, IReadOnlyDictionary<string, IReadOnlyList<int>> containers)
    {
        var owners = containers.SelectMany(container => container.Value.Select(id => (Id: id, Name: container.Key))).GroupBy(pair => pair.Id).ToDictionary(group => group.Key, group => group.First().Name);
        return [.. cards.SelectMany(card => OfCard(card, [.. processes.Where(process => process.Card == card.Uuid)], owners))];
    }

    private static IEnumerable<GpuHolder> OfCard(GpuReading card, IReadOnlyList<ComputeProcess> processes, Dictionary<int, string> owners)
    {
        var held = processes.GroupBy(process => owners.GetValueOrDefault(process.Id)).ToList();
        foreach (var group in held.Where(group => group.Key is not null).OrderByDescending(Sum).ThenBy(group => group.Key, StringComparer.Ordinal))
            yield return new GpuHolder(card.Uuid, group.Key, Programs(group), Sum(group));
        var others = held.Where(group => group.Key is null).SelectMany(group => group).ToList();
        var unaccounted = card.MemoryUsedMiB - processes.Sum(process => process.MemoryMiB ?? 0);
        var isUncertain = processes.Any(process => process.MemoryMiB is null);
        var known = Sum(others);
        // What the driver does not tell of a process is not nothing.
        double? rest = others.Count > 0 && known is null ? null : (known ?? 0) + (!isUncertain && unaccounted > Rounding ? unaccounted.Value : 0);
        if (others.Count > 0 || rest > Rounding)
            yield return new GpuHolder(card.Uuid, null, others.Count > 0 ? Programs(others) : "driver and contexts", rest);
    }

    private static double? Sum(IEnumerable<ComputeProcess> processes)
    {
        var known = processes.Where(process => process.MemoryMiB is not null).ToList();
        return known.Count == 0 ? null : known.Sum(process => process.MemoryMiB);
    }

    private static string Programs(IEnumerable<ComputeProcess> processes) =>
        string.Join(", ", processes.Select(process => process.Name.Split('/')[^1]).Distinct().Order(StringComparer.Ordinal));
}
