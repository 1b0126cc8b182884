namespace HomelabPortal.Gpu.Api;

/// <summary>A graphics device of AMD or Intel: Docker tells its name and who was given it, and nothing of its load.</summary>
/// <param name="Name">A device file, or a CDI name.</param>
/// <param name="Vendor">Null when Docker does not tell.</param>
/// <param name="Users">Running containers that were given it.</param>
internal sealed record RenderDeviceResource(string Name, string? Vendor, IReadOnlyList<string> Users);
