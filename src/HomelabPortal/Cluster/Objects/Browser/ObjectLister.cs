using HomelabPortal.Cluster.Objects.OnDemand;
using HomelabPortal.Kubernetes;

namespace HomelabPortal.Cluster.Objects.Browser;

/// <summary>Reads the names and ages of the objects of any kind, a page at a time. Nothing but metadata is sent for it, of Secrets too.</summary>
internal sealed class ObjectLister(ClusterReader cluster, TimeProvider time)
{
    public const int PageSize = 250;

    /// <param name="ns">Null for all namespaces.</param>
    /// <param name="after">What the page before gave as next; empty for the first one.</param>
    public Task<Reading<ObjectPart>> ReadAsync(KindInfo kind, string? ns, string after, CancellationToken cancellationToken) => cluster.ReadAsync<ObjectPart>(
        RbacRule.ToList(kind.Type),
        async (client, cancel) =>
        {
            var options = new ListOptions { Namespace = kind.IsNamespaced ? ns : null, PageSize = PageSize };
            var page = await client.ListMetadataAsync(kind.Type, options, after, cancel);
            return new ObjectPart([.. page.Items.Select(item => Row(kind, item.Metadata))], page.Continue, page.Remaining, time.GetUtcNow());
        },
        cancellationToken);

    private static ObjectRow Row(KindInfo kind, ObjectMeta item) =>
        new(item.Namespace, item.Name, item.CreationTimestamp, item.DeletionTimestamp is not null, ObjectHref.Yaml(kind.Type, item.Namespace, item.Name));
}
