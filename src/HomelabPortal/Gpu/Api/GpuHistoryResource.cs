namespace HomelabPortal.Gpu.Api;

/// <summary>What a card did over time, evenly spaced, oldest first.</summary>
/// <param name="To">Where the last step ends.</param>
internal sealed record GpuHistoryResource(string Host, string Card, DateTimeOffset From, DateTimeOffset To, int StepSeconds, IReadOnlyList<GpuPointResource> Points);
