namespace HomelabPortal.Kubernetes;

/// <summary>A whole list: all pages.</summary>
/// <param name="Items">The objects in the server's order.</param>
/// <param name="ResourceVersion">Where a watch must begin to miss nothing.</param>
public sealed record ResourceList<T>(IReadOnlyList<T> Items, string ResourceVersion);
