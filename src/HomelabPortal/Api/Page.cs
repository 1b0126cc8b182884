namespace HomelabPortal.Api;

/// <summary>A part of a list that grows, newest first.</summary>
/// <param name="Next">What to give as <c>after</c> for the part that follows; null at the end.</param>
internal sealed record Page<T>(IReadOnlyList<T> Items, string? Next);
