using HomelabPortal.Ui.State;

namespace HomelabPortal.Api;

/// <summary>A list of what was seen outside. Unknown is not empty: then there are no items at all, not none.</summary>
/// <param name="AsOf">When it was last confirmed.</param>
/// <param name="Fault">Why its source cannot be read now.</param>
/// <param name="Items">Null while nothing is known.</param>
internal sealed record Listing<T>(ListState State, DateTimeOffset? AsOf, string? Fault, IReadOnlyList<T>? Items)
{
    public static Listing<T> NotConnected(string? help) => new(ListState.NotConnected, null, help, null);

    public static Listing<T> Of(Freshness freshness, IEnumerable<T> items) => freshness switch
    {
        { IsLoading: true } => new(ListState.Loading, null, null, null),
        { Fault: { } fault, AsOf: null } => new(ListState.Unreachable, null, fault, null),
        { Fault: { } fault } => new(ListState.Stale, freshness.AsOf, fault, [.. items]),
        _ => new(ListState.Live, freshness.AsOf, null, [.. items]),
    };
}
