using System.Globalization;
using HomelabPortal.Desired.Containers;

namespace HomelabPortal.Gpu.Containers.Pages;

/// <summary>A lease in words.</summary>
internal static class LeaseWords
{
    private const double Gibi = 1024;

    /// <summary>"for itself, 20 GiB reserved, priority 5".</summary>
    public static string Of(GpuLease lease) => string.Join(", ", new[]
    {
        lease.IsExclusive ? "for itself" : "shared",
        lease.ReservedMiB is { } reserved ? string.Create(CultureInfo.InvariantCulture, $"{reserved / Gibi:0.#} GiB reserved") : null,
        $"priority {lease.Priority}",
    }.OfType<string>());
}
