using System.Collections.Immutable;
using HomelabPortal.Checks.Judging;

namespace HomelabPortal.Checks.Keeping;

/// <summary>What is stored of one check, added up.</summary>
/// <param name="Slots">The last 24 hours by the minute that each half hour begins with.</param>
internal sealed record CheckSums(Uptime Day, Uptime Week, Uptime Month, ImmutableDictionary<long, Uptime> Slots)
{
    public static CheckSums None { get; } = new(default, default, default, ImmutableDictionary<long, Uptime>.Empty);
}
