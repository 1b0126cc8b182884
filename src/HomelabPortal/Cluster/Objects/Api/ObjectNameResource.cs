namespace HomelabPortal.Cluster.Objects.Api;

/// <summary>An object by its name.</summary>
/// <param name="Namespace">Empty when it is in none.</param>
/// <param name="Deleting">True while it waits for its finalizers or its grace period.</param>
internal sealed record ObjectNameResource(string Namespace, string Name, DateTimeOffset? Created, bool Deleting);
