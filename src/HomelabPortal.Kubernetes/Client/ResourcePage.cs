namespace HomelabPortal.Kubernetes;

/// <summary>A part of a list.</summary>
/// <param name="Items">The objects in the server's order.</param>
/// <param name="Continue">What to give for the next part; empty on the last one.</param>
/// <param name="Remaining">How many come after it, where the server says so.</param>
public sealed record ResourcePage<T>(IReadOnlyList<T> Items, string Continue, long? Remaining);
