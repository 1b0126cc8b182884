using HomelabPortal.Checks.Judging;
using HomelabPortal.Desired.Checks;
using HomelabPortal.Platform;
using HomelabPortal.Ui.State;

namespace HomelabPortal.Checks;

/// <summary>One check as it stands now.</summary>
/// <param name="Id">Of a derived one its kind and hostname: "edge:sonarr.cowlab.org".</param>
/// <param name="Target">What is asked.</param>
public sealed record CheckSummary(string Id, string Name, string Group, CheckKind Kind, string Target)
{
    /// <summary>It follows from a name of the lab and is not there to be changed.</summary>
    public bool IsDerived { get; init; }

    /// <summary>The name of the lab that it is about; empty for the others.</summary>
    public string Host { get; init; } = "";

    public CheckSeverity Severity { get; init; } = CheckSeverity.Critical;

    public TimeSpan Interval { get; init; }

    public CheckPhase Phase { get; init; }

    /// <summary>What the last try found.</summary>
    public string Words { get; init; } = "Not asked yet.";

    /// <summary>When it was last asked; null while it never was.</summary>
    public DateTimeOffset? At { get; init; }

    /// <summary>How long the last answer took; null when there was none, or for what is not timed.</summary>
    public TimeSpan? Took { get; init; }

    /// <summary>Since when it is up or down; null while that is not known.</summary>
    public DateTimeOffset? Since { get; init; }

    /// <summary>The number of the outage that is stored and not over; null while there is none.</summary>
    public long? OutageId { get; init; }

    /// <summary>Failures in a row, and how many make it down.</summary>
    public int Fails { get; init; }

    public int DownAfter { get; init; } = 1;

    /// <summary>Nobody is told about it until then; null while people are.</summary>
    public DateTimeOffset? SilentUntil { get; init; }

    public string? SilencedBy { get; init; }

    /// <summary>The last answers' times in milliseconds, oldest first; null where none came.</summary>
    public ValueList<double?> Latency { get; init; } = [];

    /// <summary>The last 24 hours in half hours, oldest first.</summary>
    public ValueList<UptimeSlot> Slots { get; init; } = [];

    public Uptime Day { get; init; }

    public Uptime Week { get; init; }

    public Uptime Month { get; init; }

    public HealthState State => Phase.State();

    public bool IsProblem => Phase is CheckPhase.Down or CheckPhase.Failing;

    public string Href => $"/checks/{Uri.EscapeDataString(Id)}";

    public bool IsSilent(DateTimeOffset now) => SilentUntil > now;
}
