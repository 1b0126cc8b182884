namespace HomelabPortal.Storage.Rows;

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

    /// <summary>The account of the actor; null for the portal itself.</summary>
    public string? AccountId { get; set; }

    /// <summary>The session or token it was done with.</summary>
    public string? Credential { get; set; }

    /// <summary>Where the request came from.</summary>
    public string? Address { get; set; }

    /// <summary>What came of it, when that was known at once; else it is in an outcome row, and null while running or cut off.</summary>
    public string? Outcome { get; set; }
}
