using HomelabPortal.Cluster.Objects.Browser;

namespace HomelabPortal.Cluster.Objects.Api;

/// <summary>Some of the objects of a kind.</summary>
/// <param name="Next">What to give as <c>after</c> for those that follow; null at the end.</param>
/// <param name="Remaining">How many follow; null when the cluster does not say.</param>
internal sealed record ObjectPartResource(IReadOnlyList<ObjectNameResource> Items, string? Next, long? Remaining)
{
    public static ObjectPartResource Of(ObjectPart part) =>
        new([.. part.Rows.Select(row => new ObjectNameResource(row.Namespace, row.Name, row.Created, row.IsDeleting))], part.Next.Length == 0 ? null : part.Next, part.Remaining);
}
