namespace HomelabPortal.Desired.Checks;

/// <summary>Something that the owner wants to be asked again and again.</summary>
public sealed record DesiredCheck
{
    public required string Id { get; init; }

    public required string Name { get; init; }

    /// <summary>The heading it stands under; empty for none.</summary>
    public string Group { get; init; } = "";

    public required CheckQuestion Question { get; init; }

    public int IntervalSeconds { get; init; } = 60;

    public int TimeoutSeconds { get; init; } = 10;

    /// <summary>So many failures in a row make it down.</summary>
    public int DownAfter { get; init; } = 3;

    /// <summary>So many answers in a row make it up again.</summary>
    public int UpAfter { get; init; } = 2;

    public CheckSeverity Severity { get; init; } = CheckSeverity.Critical;

    /// <summary>Kept, but not asked.</summary>
    public bool IsPaused { get; init; }
}
