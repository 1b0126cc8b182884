using HomelabPortal.Cluster.Logs.Following;

namespace HomelabPortal.Cluster.Logs.Viewing;

/// <summary>What a viewer is told, in the order to show it.</summary>
internal abstract record Viewed
{
    private Viewed() { }

    /// <summary>A source begins; what follows names it by its number.</summary>
    /// <param name="IsLate">It joined while others were read already.</param>
    public sealed record Joined(int Number, LogSource Source, bool IsLate) : Viewed;

    public sealed record Said(int Number, LogEvent What) : Viewed;

    /// <summary>There are more containers than can be read at once.</summary>
    public sealed record TooMany(int Left) : Viewed;
}
