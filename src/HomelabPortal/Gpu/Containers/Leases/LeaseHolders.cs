using HomelabPortal.Desired.Containers;
using HomelabPortal.Gpu.Containers.Planning;

namespace HomelabPortal.Gpu.Containers.Leases;

/// <summary>
/// Pure: who holds the GPU of a host, by everything there that bears this portal's mark.
/// <code>
/// wanted there with a lease, also against a rule    holds what its lease says
/// wanted there without one                          holds nothing
/// not wanted any more, and was given a GPU          holds a part that nobody knows, until it is gone: nothing has the GPU for itself beside it
/// </code>
/// </summary>
internal static class LeaseHolders
{
    /// <summary>Its lease went with it, and nobody can stop it from here but by its removal.</summary>
    private static readonly GpuLease _unknown = new(IsExclusive: false, ReservedMiB: null, Priority: int.MaxValue);

    /// <param name="wanted">All that are wanted on that host.</param>
    public static IEnumerable<LeaseHolder> On(LiveHost host, IReadOnlyCollection<DesiredContainer> wanted, string instance) =>
    [
        .. wanted.Where(container => IsHeldBy(host, container, instance)).Select(LeaseHolder.Of).OfType<LeaseHolder>(),
        .. host.Containers
            .Where(left => left is { HoldsPlace: true, UsesGpu: true, App: not null } && left.Instance == instance && wanted.All(container => container.Id != left.App))
            .Select(left => new LeaseHolder(left.App!, left.Name, GpuRequest.All, _unknown)),
    ];

    public static bool IsHeldBy(LiveHost host, DesiredContainer container, string instance) =>
        host.Containers.Any(there => there.HoldsPlace && there.IsMarkedFor(instance, container.Id));
}
