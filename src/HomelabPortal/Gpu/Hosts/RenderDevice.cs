using System.Collections.Immutable;

namespace HomelabPortal.Gpu.Hosts;

/// <summary>A graphics device of a host beside NVIDIA's cards, as far as Docker tells: its name and who was given it, no more.</summary>
/// <param name="Name">A device file such as /dev/dri/renderD128, or a CDI name such as amd.com/gpu=0.</param>
/// <param name="Vendor">Null when Docker does not tell.</param>
/// <param name="Users">Names of running containers that were given it.</param>
public sealed record RenderDevice(string Name, string? Vendor, ImmutableArray<string> Users);
