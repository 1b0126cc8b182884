using System.Collections.Immutable;

namespace HomelabPortal.Gpu.Containers.Adopting;

/// <summary>What a page says of an adoption.</summary>
public sealed record AdoptionView(ImmutableArray<string> Lost, string? WhyNot);
