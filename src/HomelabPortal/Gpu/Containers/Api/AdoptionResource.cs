using HomelabPortal.Gpu.Containers.Adopting;
using HomelabPortal.Gpu.Containers.Editing;

namespace HomelabPortal.Gpu.Containers.Api;

/// <summary>A container that somebody else made, as it would be taken over.</summary>
/// <param name="Wish">The body for POST /containers that takes it over; secret values left out there are read from the container.</param>
/// <param name="Lost">What cannot be carried, in words.</param>
/// <param name="WhyNot">Why it cannot be taken over; null when it can.</param>
internal sealed record AdoptionResource(ContainerWish Wish, IReadOnlyList<string> Lost, string? WhyNot)
{
    public static AdoptionResource Of(Adoption adoption) => new(adoption.Wish, [.. adoption.Lost], adoption.WhyNot);
}
