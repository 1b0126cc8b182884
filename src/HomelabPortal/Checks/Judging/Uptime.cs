using System.Globalization;

namespace HomelabPortal.Checks.Judging;

/// <summary>How much of a stretch of time something was up and down. The rest is not known, and counts as neither.</summary>
public readonly record struct Uptime(TimeSpan Up, TimeSpan Down)
{
    public TimeSpan Known => Up + Down;

    /// <summary>From 0 to 1 of the time that is known; null while nothing is.</summary>
    public double? Share => Known > TimeSpan.Zero ? Up / Known : null;

    public static Uptime operator +(Uptime one, Uptime other) => new(one.Up + other.Up, one.Down + other.Down);

    /// <summary>"99.95 %"; never rounded up to a hundred when there was an outage.</summary>
    public string Text => Share switch
    {
        null => "–",
        1 => "100 %",
        var share => string.Create(CultureInfo.InvariantCulture, $"{Math.Floor(share.Value * 10000) / 100:0.##} %"),
    };
}
