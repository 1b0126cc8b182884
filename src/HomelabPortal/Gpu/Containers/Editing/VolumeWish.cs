namespace HomelabPortal.Gpu.Containers.Editing;

/// <summary>Something mounted into a container.</summary>
/// <param name="Source">A volume's name, or a folder of the host under one of the allowed roots.</param>
/// <param name="Target">The path in the container.</param>
internal sealed record VolumeWish(string? Source = null, string? Target = null, bool? IsReadOnly = null);
