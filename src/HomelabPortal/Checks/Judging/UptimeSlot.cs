namespace HomelabPortal.Checks.Judging;

/// <summary>One piece of the bar that shows when something was up.</summary>
public readonly record struct UptimeSlot(DateTimeOffset From, Uptime Uptime)
{
    /// <summary>A moment of failure is no outage of half an hour, but it must be seen.</summary>
    private const double Mostly = 0.5;

    /// <summary>"none" while nothing is known, "up", "part" with an outage in it, "down" when that was most of it.</summary>
    public string Css => Uptime.Share switch
    {
        null => "none",
        1 => "up",
        < Mostly => "down",
        _ => "part",
    };
}
