using HomelabPortal.Platform;

namespace HomelabPortal.Checks;

/// <summary>How checks are run and how long their history is kept.</summary>
internal sealed class CheckOptions : IValidatedOptions
{
    public static string Section => "Checks";

    /// <summary>Lets checks and notifications connect to the machine that the portal itself runs on.</summary>
    public bool AllowLoopback { get; set; }

    /// <summary>How many are asked at the same time.</summary>
    public int Concurrency { get; set; } = 16;

    /// <summary>How long history and incidents are kept.</summary>
    public int KeepDays { get; set; } = 365;

    /// <summary>How often names of the lab are looked at.</summary>
    public TimeSpan DerivedInterval { get; set; } = TimeSpan.FromMinutes(2);

    /// <summary>How long a message waits for others that belong into it; while other checks begin to fail up to 4.5 times as long, at most 90 seconds.</summary>
    public TimeSpan GroupFor { get; set; } = TimeSpan.FromSeconds(20);

    /// <summary>How long the DNS of the portal's machine may take for a name. Shorter than a check's own time, so that a silent name server is not taken for what it was asked about.</summary>
    public TimeSpan LookUpFor { get; set; } = TimeSpan.FromSeconds(4);

    public IEnumerable<string> Faults()
    {
        if (Concurrency is < 1 or > 200)
            yield return $"Checks:Concurrency is {Concurrency}. Give a number from 1 to 200.";
        if (KeepDays is < 31 or > 3660)
            yield return $"Checks:KeepDays is {KeepDays}. Give a number from 31 to 3660: uptime is counted over 30 days.";
        if (DerivedInterval < TimeSpan.FromSeconds(20) || DerivedInterval > TimeSpan.FromHours(1))
            yield return $"Checks:DerivedInterval is {DerivedInterval}. Give a time from 00:00:20 to 01:00:00.";
        if (LookUpFor < TimeSpan.FromMilliseconds(100) || LookUpFor > TimeSpan.FromSeconds(30))
            yield return $"Checks:LookUpFor is {LookUpFor}. Give a time from 00:00:00.1 to 00:00:30.";
        if (GroupFor < TimeSpan.Zero || GroupFor > TimeSpan.FromMinutes(10))
            yield return $"Checks:GroupFor is {GroupFor}. Give a time from 00:00:00 to 00:10:00.";
    }
}
