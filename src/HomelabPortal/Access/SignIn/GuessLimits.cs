namespace HomelabPortal.Access.SignIn;

/// <summary>
/// How often a password or code may be tried. Pure: what was tried in the last hour and the time now decide.
/// | who tries | budget per hour | shared with |
/// | a device that signed in to the account before | 20 | nobody: strangers cannot use it up |
/// | anybody else, for one account | 20 | all strangers, wherever they are |
/// | anybody else, from one address | 30 | all accounts |
/// After three wrong ones the wait doubles from a second to two minutes.
/// </summary>
internal static class GuessLimits
{
    public const int OfDevice = 20;
    public const int OfStrangers = 20;
    public const int OfAddress = 30;
    private const int AtOnce = 3;
    private static readonly TimeSpan _longest = TimeSpan.FromMinutes(2);

    public static readonly TimeSpan Window = TimeSpan.FromHours(1);

    /// <summary>When the next try is allowed; the past when it is now.</summary>
    /// <param name="tries">Those of the last hour, oldest first.</param>
    public static DateTimeOffset NextAt(IReadOnlyList<DateTimeOffset> tries, int most)
    {
        if (tries.Count == 0)
            return DateTimeOffset.MinValue;
        var next = tries[^1] + DelayAfter(tries.Count);
        return tries.Count >= most && tries[tries.Count - most] + Window is var free && free > next ? free : next;
    }

    private static TimeSpan DelayAfter(int tries)
    {
        if (tries < AtOnce)
            return TimeSpan.Zero;
        var seconds = Math.Pow(2, tries - AtOnce);
        return seconds < _longest.TotalSeconds ? TimeSpan.FromSeconds(seconds) : _longest;
    }
}
