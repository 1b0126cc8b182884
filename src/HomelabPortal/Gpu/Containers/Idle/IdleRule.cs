namespace HomelabPortal.Gpu.Containers.Idle;

/// <summary>
/// Pure: whether a container has been idle for as long as it said. A card shows the work of all that run on it, so one that works beside another is never idle.
/// <code>
/// it may not be counted, or that began less than so long ago      no
/// the latest minutes were not measured                            no: unknown is not idle
/// a minute showed work, if only once                              counting begins after it
/// a minute was not measured, as while the portal was restarted    it counts for nothing, and many together end the count
/// so many measured minutes without work                           yes
/// </code>
/// </summary>
internal static class IdleRule
{
    /// <summary>A desktop or a look at the card shows as one percent.</summary>
    private const double NoWork = 1;
    private const int LatestMinutes = 3;
    private const int LongestGap = 10;

    /// <param name="load">The most that was seen of the busiest of its cards in percent, a value a minute, the latest last; null where one of them was not measured.</param>
    /// <param name="countsFrom">See <see cref="IdleCounts"/>; null while it may not be counted.</param>
    public static bool IsDue(int minutes, IReadOnlyList<double?> load, DateTimeOffset? countsFrom, DateTimeOffset now)
    {
        if (countsFrom is not { } since || now - since < TimeSpan.FromMinutes(minutes))
            return false;
        var own = load.TakeLast((int)Math.Min(load.Count, (now - since).TotalMinutes)).ToList();
        if (own.TakeLast(LatestMinutes).All(value => value is null))
            return false;
        var (idle, gap) = (0, 0);
        for (var at = own.Count - 1; at >= 0 && idle < minutes && gap <= LongestGap; at--)
        {
            if (own[at] > NoWork)
                break;
            (idle, gap) = own[at] is null ? (idle, gap + 1) : (idle + 1, 0);
        }

        return idle >= minutes;
    }
}
