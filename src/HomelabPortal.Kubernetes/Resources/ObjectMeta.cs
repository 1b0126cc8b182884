namespace HomelabPortal.Kubernetes;

/// <summary>
/// The part of <c>metav1.ObjectMeta</c> that is kept.
/// Never kept: managedFields, the last-applied annotation, annotations longer than 4 KiB.
/// </summary>
public sealed record ObjectMeta
{
    public static ObjectMeta Empty { get; } = new();

    public string Name { get; init => field = value ?? ""; } = "";

    /// <summary>Empty for cluster-scoped objects.</summary>
    public string Namespace { get; init => field = value ?? ""; } = "";

    /// <summary>Identity: an object deleted and made again under the same name has another one.</summary>
    public string Uid { get; init => field = value ?? ""; } = "";

    /// <summary>Opaque: compare for equality only.</summary>
    public string ResourceVersion { get; init => field = value ?? ""; } = "";

    public long Generation { get; init; }

    public DateTimeOffset? CreationTimestamp { get; init; }

    /// <summary>Set while the object waits for its finalizers or its grace period.</summary>
    public DateTimeOffset? DeletionTimestamp { get; init; }

    public CompactMap<string> Labels { get; init => field = value ?? CompactMap<string>.Empty; } = CompactMap<string>.Empty;

    public CompactMap<string> Annotations { get; init => field = value ?? CompactMap<string>.Empty; } = CompactMap<string>.Empty;

    public IReadOnlyList<OwnerReference> OwnerReferences { get; init => field = CompactList.Of(value); } = [];

    /// <summary>"namespace/name", or "name" for cluster-scoped objects: the key in every store.</summary>
    public string Key() => Namespace.Length == 0 ? Name : $"{Namespace}/{Name}";

    /// <summary>The owner that manages this object, if any.</summary>
    public OwnerReference? Controller() => OwnerReferences.FirstOrDefault(owner => owner.Controller);
}
