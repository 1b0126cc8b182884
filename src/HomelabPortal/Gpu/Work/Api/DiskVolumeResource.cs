namespace HomelabPortal.Gpu.Work.Api;

/// <summary>A volume on a Docker host.</summary>
/// <param name="Bytes">Null when its driver cannot tell.</param>
/// <param name="Users">The containers that have it.</param>
/// <param name="Kept">Why it must stay; null for what may go.</param>
internal sealed record DiskVolumeResource(string Name, long? Bytes, DateTimeOffset? Created, IReadOnlyList<string> Users, string? Kept);
