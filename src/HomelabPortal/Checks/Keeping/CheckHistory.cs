using HomelabPortal.Checks.Judging;

namespace HomelabPortal.Checks.Keeping;

/// <summary>What a check saw over a range, in even steps.</summary>
/// <param name="Points">Null where it was not asked.</param>
internal sealed record CheckHistory(DateTimeOffset From, TimeSpan Step, IReadOnlyList<Tally?> Points);
