using HomelabPortal.Desired.Containers;
using HomelabPortal.Gpu.Containers.Planning;

namespace HomelabPortal.Gpu.Containers.Leases;

/// <summary>
/// Pure: who holds the GPU of a host, by what stands there and bears this portal's mark.
/// <code>
/// wanted there with a lease, also against a rule    holds what its lease says
/// wanted there without one                          holds nothing
/// still to be removed, and was given a GPU          holds a part that nobody knows any more: nothing has the GPU for itself beside it
/// </code>
/// </summary>
internal static class LeaseHolders
{
    /// <summary>Its lease went with the wish for it.</summary>
    private static readonly GpuLease _unknown = new(IsExclusive: false);

    /// <param name="wanted">All that are wanted on that host.</param>
    public static IEnumerable<LeaseHolder> On(LiveHost host, IEnumerable<DesiredContainer> wanted, string instance) =>
        wanted.Where(container => IsHeldBy(host, container, instance)).Select(LeaseHolder.Of).OfType<LeaseHolder>();

    /// <param name="removed">Ids of those that the ledger knows and nobody wants any more.</param>
    public static IEnumerable<LeaseHolder> LeftOn(LiveHost host, IReadOnlySet<string> removed, string instance) => host.Containers
        .Where(left => left is { HoldsPlace: true, UsesGpu: true, App: { } app } && left.IsMarkedFor(instance, app) && removed.Contains(app))
        .Select(left => new LeaseHolder(left.App!, left.Name, GpuRequest.All, _unknown));

    public static bool IsHeldBy(LiveHost host, DesiredContainer container, string instance) =>
        host.Containers.Any(there => there.HoldsPlace && there.IsMarkedFor(instance, container.Id));
}
