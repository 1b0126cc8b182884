namespace HomelabPortal.Gpu.Api;

/// <summary>Who holds memory of a card.</summary>
/// <param name="Container">Name of the container; null for the host and whoever cannot be told.</param>
/// <param name="Memory">MiB; null when the driver does not tell.</param>
internal sealed record GpuHolderResource(string Card, string? Container, string Programs, double? Memory);
