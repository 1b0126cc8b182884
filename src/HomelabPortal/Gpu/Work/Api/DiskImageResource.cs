namespace HomelabPortal.Gpu.Work.Api;

/// <summary>An image on a Docker host.</summary>
/// <param name="OwnBytes">Without the layers it shares; null when the engine does not tell.</param>
/// <param name="Users">The containers made from it.</param>
/// <param name="Kept">Why it must stay; null for what may go.</param>
internal sealed record DiskImageResource(string Id, IReadOnlyList<string> Names, long Bytes, long? OwnBytes, DateTimeOffset Created, IReadOnlyList<string> Users, string? Kept);
