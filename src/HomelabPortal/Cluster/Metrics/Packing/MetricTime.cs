namespace HomelabPortal.Cluster.Metrics.Packing;

/// <summary>Time as history counts it: whole minutes since 1970 (UTC), in blocks of an hour, and of six hours once thinned out.</summary>
internal static class MetricTime
{
    public const int MinutesOfAnHour = 60;

    /// <summary>What fifteen minutes become when they are thinned out.</summary>
    public const int CoarseStep = 15;

    /// <summary>Long enough for few rows, short enough that a day is thinned out soon after its minutes may go.</summary>
    public const int CoarseBlock = 6 * MinutesOfAnHour;

    public static long MinuteOf(DateTimeOffset at) => at.ToUnixTimeSeconds() / 60;

    public static DateTimeOffset At(long minute) => DateTimeOffset.FromUnixTimeSeconds(minute * 60);

    public static long HourOf(long minute) => FloorTo(minute, MinutesOfAnHour);

    public static long FloorTo(long minute, int length) => minute - minute % length;

    /// <summary>How long a block of this resolution is.</summary>
    public static int BlockOf(int stepMinutes) => stepMinutes == 1 ? MinutesOfAnHour : CoarseBlock;

    public static int SlotsOf(int stepMinutes) => BlockOf(stepMinutes) / stepMinutes;
}
