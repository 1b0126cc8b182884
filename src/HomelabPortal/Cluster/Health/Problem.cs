using HomelabPortal.Platform;
using HomelabPortal.Ui.State;

namespace HomelabPortal.Cluster.Health;

/// <summary>One thing that needs somebody, as the home page lists it.</summary>
/// <param name="Title">What is wrong with what: "jellyseerr keeps crashing".</param>
/// <param name="Sentence">Why, in one plain sentence.</param>
/// <param name="Link">The page of the thing.</param>
public sealed record Problem(HealthState State, string Title, string Sentence, string Link, DateTimeOffset? Since)
{
    /// <summary>When it was last seen, where it cannot be seen now.</summary>
    public DateTimeOffset? AsOf { get; init; }

    /// <summary>It is so now, and not only when it was last seen.</summary>
    public bool IsCurrent => AsOf is null;

    /// <summary>What to do next, the most useful first.</summary>
    public ValueList<ProblemStep> Steps { get; init; } = [];
}
