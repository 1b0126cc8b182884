using System.Collections.Immutable;
using HomelabPortal.Gpu.Containers.Leases;

namespace HomelabPortal.Gpu.Containers.Planning;

/// <summary>One Docker host as last looked at.</summary>
/// <param name="Fault">Why it could not be seen; the rest says nothing then.</param>
/// <param name="Images">The images among the wanted ones that are there.</param>
/// <param name="Pulls">What is being pulled, and what could not be.</param>
internal sealed record LiveHost(
    string Name, string? Fault, ImmutableArray<LiveContainer> Containers, ImmutableHashSet<string> Images, ImmutableDictionary<string, ImagePull> Pulls)
{
    /// <summary>What telemetry says of its cards.</summary>
    public MeasuredCards Gpus { get; init; } = MeasuredCards.None;

    /// <summary>When something that had its GPU was last seen to have ended; null when nothing was.</summary>
    public DateTimeOffset? ReleasedAt { get; init; }

    public static LiveHost Unseen(string name, string fault) =>
        new(name, fault, [], ImmutableHashSet<string>.Empty, ImmutableDictionary<string, ImagePull>.Empty);

    public LiveContainer? Find(string name) => Containers.FirstOrDefault(container => container.Name == name);

    public LiveContainer? FindId(string? id) => id is null ? null : Containers.FirstOrDefault(container => container.Id == id);
}
