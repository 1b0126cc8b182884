using HomelabPortal.Desired.Containers;

namespace HomelabPortal.Gpu.Containers.Editing;

/// <summary>What is done about new versions of a container's image.</summary>
/// <param name="Mode">notice, as when it is left out, off, or window: take them while the window is open.</param>
/// <param name="From">When the window opens, as 03:00:00.</param>
/// <param name="To">When it closes; before <paramref name="From"/> it goes over midnight.</param>
/// <param name="Days">The days it opens on; empty is every day.</param>
/// <param name="TimeZone">The zone of the clock, for example Europe/Berlin; UTC when it is left out.</param>
internal sealed record UpdateWish(
    UpdateMode? Mode = null, TimeOnly? From = null, TimeOnly? To = null, IReadOnlyList<DayOfWeek>? Days = null, string? TimeZone = null);
