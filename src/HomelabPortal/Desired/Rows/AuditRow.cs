namespace HomelabPortal.Desired.Rows;

/// <summary>Who did what to what, with both images. Rows are only ever added.</summary>
internal sealed class AuditRow
{
    public long Id { get; set; }

    public required long AtTicks { get; set; }

    public required string Actor { get; set; }

    /// <summary>The act in the words of the page, for example "Expose sonarr.cowlab.org".</summary>
    public required string Act { get; set; }

    /// <summary>What kind of thing was touched; empty for acts that change no desired state.</summary>
    public string SubjectKind { get; set; } = "";

    public string SubjectId { get; set; } = "";

    public string? Before { get; set; }

    public string? After { get; set; }

    public long? Revision { get; set; }

    /// <summary>What came of it, for acts that run; null while running or when a crash cut it off.</summary>
    public string? Outcome { get; set; }
}
