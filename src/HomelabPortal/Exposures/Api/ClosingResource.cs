using HomelabPortal.Desired;
using HomelabPortal.Plans.Closing;

namespace HomelabPortal.Exposures.Api;

/// <summary>Whether the portal's tunnel routes are closed.</summary>
/// <param name="ClosedAt">Since when; null while they are open.</param>
/// <param name="Names">The names that are on the Internet while the routes are open.</param>
internal sealed record ClosingResource(bool AreClosed, DateTimeOffset? ClosedAt, string? ClosedBy, IReadOnlyList<string> Names)
{
    public static ClosingResource Of(DesiredState state, DateTimeOffset now) => new(state.AreTunnelsClosed, state.ClosedAt, state.ClosedBy, TunnelClosing.NamesOf(state, now));
}
