using System.Collections.Immutable;
using HomelabPortal.Cluster.Objects;
using HomelabPortal.Cluster.Objects.OnDemand;
using HomelabPortal.Kubernetes;

namespace HomelabPortal.Cluster.Events;

/// <summary>
/// Reads events of every type while somebody looks. They are the most numerous kind of a cluster and of use to few,
/// so only warnings are kept by the portal all the time.
/// </summary>
internal sealed class EventReader(ClusterReader cluster)
{
    /// <summary>The API has no order by time, so that all must be read to find the newest; a busy cluster has some thousands.</summary>
    public const int Most = 5000;
    private const int PageSize = 500;

    public Task<Reading<EventsRead>> ReadAsync(EventScope scope, CancellationToken cancellationToken) => cluster.ReadAsync<EventsRead>(
        RbacRule.ToList(ResourceTypes.Events),
        async (client, cancel) =>
        {
            var options = new ListOptions { Namespace = scope.Namespace, FieldSelector = scope.FieldSelector, PageSize = PageSize };
            var events = new List<Event>();
            var after = "";
            do
            {
                var page = await client.ListPageAsync(ResourceTypes.Events, options, after, cancel);
                events.AddRange(page.Items.Where(scope.Covers));
                after = page.Continue;
            }
            while (after.Length > 0 && events.Count < Most);

            return new EventsRead([.. events.OrderByDescending(happened => happened.LastSeen())], after.Length > 0);
        },
        cancellationToken);
}
