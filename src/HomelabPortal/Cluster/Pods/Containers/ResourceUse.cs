using HomelabPortal.Cluster.Display;
using HomelabPortal.Kubernetes;
using HomelabPortal.Ui.State;

namespace HomelabPortal.Cluster.Pods.Containers;

/// <summary>What a container uses of one resource, beside what it reserves and may use.</summary>
/// <param name="Share">Used of the limit, or of the reservation where there is no limit; null when either is not known.</param>
public sealed record ResourceUse(string Name, string Used, string Requested, string Limit, double? Share, HealthState State)
{
    /// <summary>Processor, memory, and every other resource it asks for, such as a GPU.</summary>
    internal static IReadOnlyList<ResourceUse> Of(Container container, Usage? used) =>
    [
        Line("CPU", "cpu", container.Resources, used?.Cpu, amount => $"{Amounts.Cores(amount)}"),
        Line("Memory", "memory", container.Resources, used?.Memory, Amounts.Bytes),
        .. container.Resources.Limits.Keys.Union(container.Resources.Requests.Keys).Except(["cpu", "memory"]).Select(name => Line(name, name, container.Resources, null, amount => name.EndsWith("storage", StringComparison.Ordinal) ? Amounts.Bytes(amount) : $"{amount:0.##}")),
    ];

    private static ResourceUse Line(string name, string key, ContainerResources resources, double? used, Func<double, string> words)
    {
        var (requested, limit) = (Amount(resources.Requests, key), Amount(resources.Limits, key));
        var share = (limit ?? requested) is { } whole and > 0 ? used / whole : null;
        // More than was reserved is no fault; near a limit is.
        return new ResourceUse(name, Words(used, words), Words(requested, words), Words(limit, words), share, limit is null ? HealthState.Healthy : Load.Of(share));
    }

    private static double? Amount(CompactMap<Quantity> amounts, string key) => amounts.TryGetValue(key, out var amount) ? (double)amount.Value : null;

    private static string Words(double? amount, Func<double, string> words) => amount is { } some ? words(some) : "–";
}
