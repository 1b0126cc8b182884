namespace HomelabPortal.Ui.Values;

/// <summary>Ages in the shortest words that are still exact enough: "12 s", "4 min", "3 h", "2 d".</summary>
internal static class RelativeTime
{
    /// <summary>The same rules are in <c>js/portal.js</c>, which keeps ages ticking without asking the server.</summary>
    public static string Format(TimeSpan age) => age switch
    {
        { TotalSeconds: < 1 } => "0 s",
        { TotalSeconds: < 100 } => $"{(int)age.TotalSeconds} s",
        { TotalMinutes: < 100 } => $"{(int)age.TotalMinutes} min",
        { TotalHours: < 48 } => $"{(int)age.TotalHours} h",
        _ => $"{(int)age.TotalDays} d",
    };

    public static string Absolute(DateTimeOffset at) => at.ToUniversalTime().ToString("yyyy-MM-dd HH:mm:ss") + " UTC";
}
