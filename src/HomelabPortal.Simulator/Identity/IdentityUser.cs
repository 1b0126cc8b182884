using System.Collections.Immutable;

namespace HomelabPortal.Simulator.Identity;

/// <summary>A person known to the provider.</summary>
/// <param name="Subject">What never changes; the name may.</param>
public sealed record IdentityUser(string Subject, string Name, ImmutableArray<string> Groups)
{
    /// <summary>A suspended person's tokens are worth nothing at once.</summary>
    public bool IsSuspended { get; init; }

    public string Email => Name + "@example.org";
}
