using HomelabPortal.Kubernetes;

namespace HomelabPortal.Ingress;

/// <summary>The kinds that routes are made of, read whole.</summary>
internal static class ManifestTypes
{
    public static ResourceType<WireObject> Namespaces { get; } = Whole(ResourceTypes.Namespaces);

    public static ResourceType<WireObject> Middlewares { get; } = Whole(ResourceTypes.Middlewares);

    public static ResourceType<WireObject> IngressRoutes { get; } = Whole(ResourceTypes.IngressRoutes);

    public static ResourceType<WireObject> Services { get; } = Whole(ResourceTypes.Services);

    public static ResourceType<WireObject> EndpointSlices { get; } = Whole(ResourceTypes.EndpointSlices);

    /// <summary>The kinds we write, in the order in which they are built; they are taken away the other way round.</summary>
    public static IReadOnlyList<ResourceType<WireObject>> Written { get; } = [Services, EndpointSlices, IngressRoutes];

    public static ResourceType<WireObject> Of(string kind) =>
        Written.FirstOrDefault(type => type.Kind == kind) ?? throw new ArgumentException($"The portal does not write the kind {kind}.", nameof(kind));

    private static ResourceType<WireObject> Whole(ResourceType type) =>
        new(type.Group, type.Version, type.Plural, type.Kind, type.IsNamespaced, WireObjectJson.Default.WireObject, type.OlderVersions);
}
