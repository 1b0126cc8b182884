using System.Collections.Immutable;
using HomelabPortal.Gpu.Containers.Editing;

namespace HomelabPortal.Gpu.Containers.Adopting;

/// <summary>A container that somebody else made, as the portal would make it anew.</summary>
/// <param name="Wish">What can be carried. Secret values are left out; they are read again when it is saved.</param>
/// <param name="Lost">What cannot be carried, in words; empty when it is all.</param>
/// <param name="WhyNot">Why it cannot be taken over, and what to do; null when it can.</param>
internal sealed record Adoption(ContainerWish Wish, ImmutableArray<string> Lost, string? WhyNot);
