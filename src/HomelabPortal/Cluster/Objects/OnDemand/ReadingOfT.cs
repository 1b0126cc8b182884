using System.Diagnostics.CodeAnalysis;

namespace HomelabPortal.Cluster.Objects.OnDemand;

/// <summary>Something read from the cluster on demand, or why it could not be.</summary>
/// <param name="Value">Set when it was found, and only then.</param>
/// <param name="Message">What happened, for a person; empty when it was found.</param>
[SuppressMessage("Design", "CA1000", Justification = "Of and Failed read best on the type itself.")]
public sealed record Reading<T>(ReadingState State, T? Value, string Message)
    where T : class
{
    /// <summary>What the portal's account lacks; only when it is forbidden.</summary>
    public RbacRule? MissingRule { get; init; }

    public static Reading<T> Of(T value) => new(ReadingState.Found, value, "");

    public static Reading<T> Failed(ReadingState state, string message) => new(state, null, message);

    /// <summary>The same failure of a reading of something else.</summary>
    /// <param name="missing">Words for an object that is not there.</param>
    public Reading<TOther> As<TOther>(string? missing = null)
        where TOther : class =>
        new(State, null, State == ReadingState.NotFound && missing is not null ? missing : Message) { MissingRule = MissingRule };
}
